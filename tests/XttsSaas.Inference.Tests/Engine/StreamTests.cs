using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Tests.Engine;

public sealed class StreamTests(MiniModel mini) : IClassFixture<MiniModel>
{
    private const int Codes = 50;
    private const int HopLength = 256;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>
    /// A sample depends on the frames within the vocoder's reach. Where they were all known when it was decoded, streaming gives the very
    /// sample of the whole; elsewhere, shortly before the end of each decoding, the two may differ. Sums in another order change the pitch
    /// by a rounding error, which the phase of the excitation adds up and its harmonics multiply.
    /// </summary>
    [Theory]
    [InlineData(20, 1024)]
    [InlineData(13, 512)]
    [InlineData(25, 0)]
    [InlineData(60, 1024)]
    public async Task Stream_AnyChunks_IsTheWholeExceptWithinReachOfTheSeams(int chunkCodes, int overlap)
    {
        var whole = await Whole(Request("Hello there."));
        var chunks = await Chunks(Request("Hello there."), new StreamOptions(chunkCodes, overlap));
        var streamed = chunks.SelectMany(chunk => chunk.Samples).ToArray();
        Assert.Equal(whole.Length, streamed.Length);
        Assert.Equal(((Codes - 1) / chunkCodes) + 1, chunks.Count(chunk => chunk.Samples.Length > overlap));
        var seams = Enumerable.Range(1, Codes / chunkCodes).Select(k => k * chunkCodes).Where(codes => codes < Codes).Select(SamplesOf).ToList();
        var reach = Reach(mini.Engine.Config.Architecture.Vocoder);
        var compared = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            if (seams.Exists(seam => i >= seam - reach && i < seam))
                continue;
            Assert.Equal(whole[i], streamed[i], 1e-2f);
            compared++;
        }
        Assert.True(compared > whole.Length / 2);
    }

    [Fact]
    public async Task Stream_OneCodeAtATime_LosesAndRepeatsNothing()
    {
        var whole = await Whole(Request("Hi.") with { MaxCodes = 12, Sampling = Greedy with { Speed = 2 } });
        var chunks = await Chunks(Request("Hi.") with { MaxCodes = 12, Sampling = Greedy with { Speed = 2 } }, new StreamOptions(1));
        Assert.Equal(whole.Length, chunks.Sum(chunk => chunk.Samples.Length));
        Assert.Equal(whole[^(HopLength * 2)..], chunks.SelectMany(chunk => chunk.Samples).TakeLast(HopLength * 2));
    }

    [Fact]
    public async Task Stream_FirstChunk_ComesBeforeTheSentenceIsComplete()
    {
        var chunks = await Chunks(Request("Hello there."), new StreamOptions());
        Assert.Equal(0, chunks[0].CharactersCompleted);
        Assert.Equal("Hello there.".Length, chunks[^1].CharactersCompleted);
        Assert.Equal(SamplesOf(20) - 1024, chunks[0].Samples.Length);
    }

    [Fact]
    public async Task Stream_LongText_StreamsOneSentenceAfterAnother()
    {
        var text = string.Concat(Enumerable.Repeat("This sentence is one of many that make a long text.  ", 8));
        var chunks = await Chunks(Request(text) with { MaxCodes = 6 }, new StreamOptions(4));
        Assert.Equal(text.Length, chunks[^1].CharactersCompleted);
        Assert.InRange(chunks.Select(chunk => chunk.CharactersCompleted).Distinct().Count(), 3, 5);
    }

    [Fact]
    public async Task Synthesize_TopOne_IsGreedy()
    {
        var sampled = await Whole(Request("Hello.") with { Sampling = Greedy with { DoSample = true, TopK = 1 } });
        Assert.Equal(await Whole(Request("Hello.") with { Sampling = Greedy }), sampled);
    }

    [Fact]
    public async Task Stream_OptionsOutOfRange_AreAllNamed()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Chunks(Request("Hello."), new StreamOptions(0, -1)));
        Assert.Contains("codes per chunk is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("overlap is -1", error.Message, StringComparison.Ordinal);
    }

    private static SamplingOptions Greedy { get; } = new(DoSample: false);

    private SynthesisRequest Request(string text) => new(text, "en", mini.Voice, new SamplingOptions(Seed: 7), Codes);

    private async Task<List<StreamedChunk>> Chunks(SynthesisRequest request, StreamOptions options)
    {
        var chunks = new List<StreamedChunk>();
        await foreach (var chunk in mini.Engine.Stream(request, options, Cancellation))
            chunks.Add(chunk);
        return chunks;
    }

    private async Task<float[]> Whole(SynthesisRequest request)
    {
        await foreach (var chunk in mini.Engine.Synthesize(request, Cancellation))
            return chunk.Samples;
        return [];
    }

    private static int SamplesOf(int codes) => HopLength * (int)Math.Floor(codes * 4 * (24000.0 / 22050));

    /// <summary>
    /// Samples on either side that one sample depends on: the convolutions' reach at each stage's rate, and four frames for the
    /// interpolation, whose last columns repeat the last latent.
    /// </summary>
    private static int Reach(VocoderConfig vocoder)
    {
        var reach = (3 + 4) * HopLength; // first convolution and interpolation
        var rate = HopLength; // samples per step
        for (var stage = 0; stage < vocoder.UpsampleRates.Count; stage++)
        {
            reach += rate * ((vocoder.UpsampleKernelSizes[stage] / vocoder.UpsampleRates[stage] / 2) + 1);
            rate /= vocoder.UpsampleRates[stage];
            reach += rate * vocoder.ResblockKernelSizes.Zip(vocoder.ResblockDilationSizes, (kernel, dilations) => dilations.Sum(dilation => (kernel / 2) * (dilation + 1))).Max();
        }
        return reach + 3; // last convolution
    }
}
