using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Vad;

namespace XttsSaas.Audio.Tests.Vad;

public sealed class SileroVadTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly SileroVad _vad = new(SileroVad.ShippedModelPath);

    public void Dispose()
    {
        _vad.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Probabilities_SpeechBetweenSilence_FindsTheSpeech()
    {
        var samples = await SilenceSpeechSilenceAsync();

        var probabilities = await RunAsync(samples, 8192);
        var regions = SpeechRegions.Find(probabilities, SileroVad.FrameSeconds, samples.Length / 16_000.0, new VadOptions());

        Assert.Equal((samples.Length + 511) / 512, probabilities.Length);
        Assert.All(probabilities, value => Assert.InRange(value, 0f, 1f));
        Assert.NotEmpty(regions);
        Assert.InRange(regions[0].Start, 0.8, 1.3);
        Assert.InRange(regions[^1].End, (samples.Length / 16_000.0) - 1.6, (samples.Length / 16_000.0) - 0.7);
    }

    [Fact]
    public async Task Probabilities_VowelByFormula_MatchTheReference()
    {
        // Computed from the same formula by ONNX Runtime's JavaScript binding with Silero's published procedure:
        // 64 samples of context before every frame, the state carried from frame to frame.
        float[] reference =
        [
            0.20659f, 0.56681f, 0.45817f, 0.29008f, 0.15983f, 0.49031f, 0.64341f, 0.66233f,
            0.76578f, 0.80743f, 0.84056f, 0.62729f, 0.60449f, 0.68638f, 0.68959f, 0.82532f,
            0.78381f, 0.85911f, 0.92589f, 0.85031f, 0.81210f, 0.69394f, 0.77368f, 0.76033f,
        ];

        var probabilities = await RunAsync(Sound.Vowel(24 * SileroVad.FrameSamples, SileroVad.SampleRate), 1000);

        Assert.All(reference.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 0.002f));
    }

    [Fact]
    public async Task Probabilities_OtherChunkLengths_AreTheSame()
    {
        var samples = await SilenceSpeechSilenceAsync();

        Assert.Equal(await RunAsync(samples, 8192), await RunAsync(samples, 777));
    }

    [Fact]
    public async Task Probabilities_TwoRecordingsAtOnce_DoNotMix()
    {
        var samples = await SilenceSpeechSilenceAsync();
        var alone = await RunAsync(samples, 4000);

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(samples, 4000))));

        Assert.All(together, probabilities => Assert.Equal(alone, probabilities));
    }

    [Fact]
    public async Task Probabilities_Silence_AreLow() =>
        Assert.All(await RunAsync(new float[32_000], 512), value => Assert.InRange(value, 0f, 0.3f));

    [Fact]
    public async Task Probabilities_NoSamples_AreNone() => Assert.Empty(await RunAsync([], 512));

    private async Task<float[]> RunAsync(float[] samples, int chunk) =>
        await _vad.ProbabilitiesAsync(Sound.ChunksAsync(samples, chunk), default).ToArrayAsync();

    private async Task<float[]> SilenceSpeechSilenceAsync()
    {
        var file = _workspace.PathOf("speech.wav");
        await Speech.SayAsync("The quick brown fox jumps over the lazy dog near the river bank.", file);
        var chunks = await Tools.Decoder().DecodeAsync(file, SileroVad.SampleRate, null, default).ToArrayAsync();
        return [.. new float[16_000], .. chunks.SelectMany(part => part), .. new float[16_000]];
    }
}
