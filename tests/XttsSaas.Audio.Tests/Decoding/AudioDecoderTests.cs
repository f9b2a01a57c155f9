using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Audio.Tests.Decoding;

public sealed class AudioDecoderTests : IDisposable
{
    private static readonly string HangingTool = Path.Combine(AppContext.BaseDirectory, "Fixtures", "hanging-tool.sh");
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(16_000)]
    [InlineData(22_050)]
    [InlineData(24_000)]
    public async Task Decode_Sine_KeepsLengthPitchAndLevel(int rate)
    {
        var file = Tone("tone.wav", 2);

        var samples = await DecodeAsync(file, rate, null);

        var crossings = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.Equal(2 * rate, samples.Length, 2.0);
        Assert.InRange(crossings, 877, 881); // 440 Hz for 2 s
        Assert.InRange(samples.Skip(rate / 2).Take(rate).Max(), 0.49f, 0.51f);
    }

    [Fact]
    public async Task Decode_Stretch_IsThatPartOfTheWhole()
    {
        var file = Tone("tone.wav", 2);
        var whole = await DecodeAsync(file, 44_100, null);

        var part = await DecodeAsync(file, 44_100, new TimeRange(0.5, 1.25));

        Assert.Equal(33_075, part.Length);
        Assert.Equal(whole[22_050 + 1000], part[1000], 4);
    }

    [Fact]
    public async Task DecodeToWav_Stereo_IsMonoPcm16()
    {
        var file = Tone("tone.wav", 1);
        var stereo = _workspace.PathOf("stereo.flac");
        await Speech.ConvertAsync(file, stereo, "-ac", "2");
        var destination = _workspace.PathOf("mono.wav");

        var seconds = await Tools.Decoder().DecodeToWavAsync(stereo, 22_050, null, destination, default);

        var audio = WavReader.Read(destination).Value!;
        Assert.Equal((22_050, 1), (audio.SampleRate, audio.Channels));
        Assert.Equal(1, seconds.Value, 3);
        Assert.Equal(seconds.Value, audio.Seconds);
    }

    [Fact]
    public async Task DecodeToWav_NotAudio_LeavesNoFile()
    {
        var file = _workspace.Write("text.wav", "no sound"u8.ToArray());
        var destination = _workspace.PathOf("out.wav");

        var decoded = await Tools.Decoder().DecodeToWavAsync(file, 22_050, null, destination, default);

        Assert.Equal(AudioErrorCode.Damaged, decoded.Error!.Code);
        Assert.Equal([file], Directory.GetFiles(_workspace.Folder));
    }

    [Fact]
    public async Task Decode_LongerThanTheLimit_StopsAsTooLong()
    {
        var file = Tone("tone.wav", 2);
        var decoder = Tools.Decoder(new FfmpegOptions { MaxDuration = TimeSpan.FromSeconds(1) });

        var fault = await Assert.ThrowsAsync<AudioException>(async () => await decoder.DecodeAsync(file, 16_000, null, default).ToArrayAsync());

        Assert.Equal(AudioErrorCode.TooLong, fault.Error.Code);
    }

    [Fact]
    public async Task Decode_ToolThatHangs_TimesOutAndIsKilled()
    {
        var clock = new HandClock();
        var decoder = new AudioDecoder(Hanging(), clock);

        var fault = await Assert.ThrowsAsync<AudioException>(async () =>
        {
            await foreach (var _ in decoder.DecodeAsync("any", 16_000, null, default))
                clock.RunOut();
        });

        Assert.Equal(AudioErrorCode.Timeout, fault.Error.Code);
        Assert.False(ToolRuns());
    }

    [Fact]
    public async Task Decode_Cancelled_ThrowsAndKillsTheTool()
    {
        var decoder = Tools.Decoder(Hanging());
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in decoder.DecodeAsync("any", 16_000, null, source.Token))
                await source.CancelAsync();
        });

        Assert.False(ToolRuns());
    }

    private string Tone(string name, double seconds) =>
        _workspace.Write(name, WavWriter.ToBytes(Sound.Pcm(Sound.Sine(440, seconds, 44_100)), 44_100));

    private static FfmpegOptions Hanging() => new() { FfmpegPath = HangingTool };

    private static bool ToolRuns() => Directory.Exists($"/proc/{File.ReadAllText(HangingTool + ".pid").Trim()}");

    private static async Task<float[]> DecodeAsync(string file, int rate, TimeRange? range) =>
        [.. (await Tools.Decoder().DecodeAsync(file, rate, range, default).ToArrayAsync()).SelectMany(chunk => chunk)];
}
