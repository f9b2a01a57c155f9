using System.Buffers.Binary;
using System.Text;
using XttsSaas.Audio.Ffmpeg;
using XttsSaas.Audio.Probing;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Audio.Tests.Probing;

public sealed class AudioProbeTests : IDisposable
{
    private static readonly byte[] Tone = WavWriter.ToBytes(Sound.Pcm(Sound.Sine(300, 2, 22_050)), 22_050);
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Probe_Wav_TellsItsFormat()
    {
        var format = (await ProbeAsync("tone.wav", Tone)).Value!;

        Assert.Equal(new AudioFormat("wav", "pcm_s16le", 22_050, 1, 2, true), format);
    }

    [Theory]
    [InlineData("mp3", "mp3")]
    [InlineData("flac", "flac")]
    [InlineData("ogg", "vorbis")]
    [InlineData("opus", "opus")]
    [InlineData("m4a", "aac")]
    [InlineData("webm", "opus")]
    public async Task Probe_CompressedFormats_TellsCodecAndLength(string extension, string codec)
    {
        var wav = _workspace.Write("tone.wav", Tone);
        var file = _workspace.PathOf("tone." + extension);
        await Speech.ConvertAsync(wav, file);

        var format = (await Tools.Probe().ProbeAsync(file, default)).Value!;

        Assert.Equal(codec, format.Codec);
        Assert.Equal(2, format.Seconds, 0.1);
    }

    [Fact]
    public async Task Probe_StreamWithoutLength_CountsIt()
    {
        var wav = _workspace.Write("tone.wav", Tone);
        var file = _workspace.PathOf("browser.webm");
        await Speech.ConvertAsync(wav, file, "-c:a", "libopus", "-live", "1");

        var format = (await Tools.Probe().ProbeAsync(file, default)).Value!;

        Assert.Equal(2, format.Seconds, 0.1);
    }

    [Fact]
    public async Task Probe_NoFile_IsMissing() =>
        Assert.Equal(AudioErrorCode.Missing, (await Tools.Probe().ProbeAsync(_workspace.PathOf("no.wav"), default)).Error!.Code);

    [Fact]
    public async Task Probe_NoBytes_IsEmpty() =>
        Assert.Equal(AudioErrorCode.Empty, (await ProbeAsync("empty.wav", [])).Error!.Code);

    [Fact]
    public async Task Probe_HeaderWithoutSamples_IsEmpty() =>
        Assert.Equal(AudioErrorCode.Empty, (await ProbeAsync("empty.wav", WavWriter.ToBytes([], 22_050))).Error!.Code);

    [Theory]
    [InlineData("text.wav")]
    [InlineData("text.mp3")]
    [InlineData("text.ogg")]
    public async Task Probe_TextUnderAnAudioName_IsNotAudio(string name)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no recording at all.\n", 500)));

        Assert.Equal(AudioErrorCode.NotAudio, (await ProbeAsync(name, text)).Error!.Code);
    }

    [Theory]
    [InlineData("noise.mp3")]
    [InlineData("noise.bin")]
    public async Task Probe_RandomBytes_IsNotAudio(string name)
    {
        var noise = new byte[50_000];
        new Random(3).NextBytes(noise);

        Assert.Equal(AudioErrorCode.NotAudio, (await ProbeAsync(name, noise)).Error!.Code);
    }

    [Fact]
    public async Task Probe_WavCutShort_SaysThatTheHeaderLies()
    {
        var error = (await ProbeAsync("cut.wav", Tone[..(Tone.Length / 2)])).Error!;

        Assert.Equal(AudioErrorCode.LyingHeader, error.Code);
        Assert.Contains("88,200 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_FlacCutShort_IsTruncated()
    {
        var flac = _workspace.PathOf("tone.flac");
        await Speech.ConvertAsync(_workspace.Write("tone.wav", Tone), flac);
        var whole = await File.ReadAllBytesAsync(flac);

        Assert.Equal(AudioErrorCode.Truncated, (await ProbeAsync("cut.flac", whole[..(whole.Length * 6 / 10)])).Error!.Code);
        Assert.True((await Tools.Probe().ProbeAsync(flac, default)).Succeeded);
    }

    [Fact]
    public async Task Probe_WavWithAbsurdRate_SaysThatTheHeaderLies()
    {
        var bytes = Tone.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), 3_000_000_000);

        Assert.Equal(AudioErrorCode.LyingHeader, (await ProbeAsync("absurd.wav", bytes)).Error!.Code);
    }

    [Theory]
    [InlineData("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.wav\n#EXT-X-ENDLIST\n")]
    [InlineData("list.mp3", "ffconcat version 1.0\nfile secret.wav\n")]
    public async Task Probe_ScriptThatNamesAnotherFile_IsNotAudio(string name, string script)
    {
        _workspace.Write("secret.wav", Tone);

        Assert.Equal(AudioErrorCode.NotAudio, (await ProbeAsync(name, Encoding.UTF8.GetBytes(script))).Error!.Code);
    }

    [Fact]
    public async Task Probe_LongerThanTheLimit_IsTooLong()
    {
        var file = _workspace.Write("tone.wav", Tone);
        var options = new FfmpegOptions { MaxDuration = TimeSpan.FromSeconds(1.5) };

        Assert.Equal(AudioErrorCode.TooLong, (await Tools.Probe(options).ProbeAsync(file, default)).Error!.Code);
    }

    [Fact]
    public async Task Probe_WithoutFfprobe_NamesTheTool()
    {
        var file = _workspace.Write("tone.wav", Tone);
        var options = new FfmpegOptions { FfprobePath = "/nowhere/ffprobe" };

        var error = (await Tools.Probe(options).ProbeAsync(file, default)).Error!;

        Assert.Equal(AudioErrorCode.ToolMissing, error.Code);
        Assert.Contains("ffprobe is not installed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_NameThatBeginsWithADash_IsAFileAndNoOption() =>
        Assert.True((await ProbeAsync("-version", Tone)).Succeeded);

    private async Task<AudioResult<AudioFormat>> ProbeAsync(string name, byte[] content) =>
        await Tools.Probe().ProbeAsync(_workspace.Write(name, content), default);
}
