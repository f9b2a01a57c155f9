using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Building;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Tests.Fixtures;

namespace XttsSaas.Datasets.Tests.Building;

public sealed class LjSpeechBuilderTests : IDisposable
{
    private static readonly BuildOptions Options = new("en", 42);
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Build_Clips_WritesTheWholeFolder()
    {
        var progress = new Collected<StepProgress>();

        var report = await LjSpeechBuilder.BuildAsync(Clips(20), Folder("build"), Options, progress, default);

        Assert.Equal((20, 18, 2, 10.0), (report.Clips, report.TrainClips, report.ValidationClips, report.Seconds));
        Assert.Equal([10, 20], progress.Reports.Select(step => step.Done));
        var metadata = Lines("metadata.csv");
        Assert.Equal("clip_000001|Text number 0.|Text number 0.", metadata[0]);
        Assert.Equal((18, 2), (Lines("metadata_train.csv").Length, Lines("metadata_val.csv").Length));
        Assert.Equal(metadata, Lines("metadata_train.csv").Concat(Lines("metadata_val.csv")).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"clip_{n:000000}.wav"), Directory.GetFiles(_workspace.PathOf("build/wavs")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(22_050, WavReader.Read(_workspace.PathOf("build/wavs/clip_000020.wav")).Value!.SampleRate);
        using var durations = JsonDocument.Parse(File.ReadAllText(_workspace.PathOf("build/duration.json")));
        Assert.Equal(10, durations.RootElement.GetProperty("total_seconds").GetDouble());
        Assert.Equal(0.5, durations.RootElement.GetProperty("clips").GetProperty("clip_000007").GetDouble());
        using var description = JsonDocument.Parse(File.ReadAllText(_workspace.PathOf("build/metadata.json")));
        Assert.Equal("en", description.RootElement.GetProperty("language").GetString());
        Assert.Equal("source 3", description.RootElement.GetProperty("clips")[3].GetProperty("source").GetString());
    }

    [Fact]
    public async Task Build_Twice_GivesTheSameBytes()
    {
        await LjSpeechBuilder.BuildAsync(Clips(12), Folder("one"), Options, null, default);
        await LjSpeechBuilder.BuildAsync(Clips(12), Folder("two"), Options, null, default);

        Assert.Equal(await ZipAsync("one"), await ZipAsync("two"));
    }

    [Fact]
    public async Task Build_TextWithSeparatorsAndBreaks_StaysOneLine()
    {
        var clip = Clips(1)[0] with { Text = " One | two\r\nthree " };

        await LjSpeechBuilder.BuildAsync([clip], Folder("build"), Options, null, default);

        Assert.Equal(["clip_000001|One two three|One two three"], Lines("metadata.csv"));
    }

    [Fact]
    public async Task Build_ClipOfAnotherRate_NamesItsSourceAndLeavesNoFolder()
    {
        var wrong = new BuildClip(_workspace.Write("wrong.wav", WavWriter.ToBytes(new short[100], 16_000)), "Text", "interview.mp3");

        var fault = await Assert.ThrowsAsync<BuildException>(() => LjSpeechBuilder.BuildAsync([.. Clips(2), wrong], Folder("build"), Options, null, default));

        Assert.Contains("interview.mp3", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.PathOf("build")));
    }

    [Fact]
    public async Task Build_AfterACrash_StartsClean()
    {
        Directory.CreateDirectory(_workspace.PathOf("build.partial/wavs"));
        _workspace.Write("build.partial/wavs/clip_000099.wav", [1]);

        await LjSpeechBuilder.BuildAsync(Clips(2), Folder("build"), Options, null, default);

        Assert.Equal(2, Directory.GetFiles(_workspace.PathOf("build/wavs")).Length);
        Assert.False(Directory.Exists(_workspace.PathOf("build.partial")));
    }

    [Fact]
    public async Task Build_NoClipsOrAnExistingFolder_SaysWhy()
    {
        await Assert.ThrowsAsync<BuildException>(() => LjSpeechBuilder.BuildAsync([], Folder("build"), Options, null, default));
        Directory.CreateDirectory(Folder("build"));
        await Assert.ThrowsAsync<BuildException>(() => LjSpeechBuilder.BuildAsync(Clips(1), Folder("build"), Options, null, default));
    }

    [Fact]
    public async Task Zip_Folder_HoldsEveryFile()
    {
        await LjSpeechBuilder.BuildAsync(Clips(3), Folder("build"), Options, null, default);
        using var stream = new MemoryStream();
        await DatasetZip.WriteAsync(_workspace.PathOf("build"), stream, default);

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);

        Assert.Equal(8, zip.Entries.Count);
        Assert.NotNull(zip.GetEntry("wavs/clip_000002.wav"));
    }

    private string Folder(string name) => _workspace.PathOf(name);

    private string[] Lines(string name) => File.ReadAllLines(_workspace.PathOf("build/" + name));

    private async Task<string> ZipAsync(string name)
    {
        using var stream = new MemoryStream();
        await DatasetZip.WriteAsync(_workspace.PathOf(name), stream, default);
        return Convert.ToHexString(SHA256.HashData(stream.ToArray()));
    }

    private BuildClip[] Clips(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new BuildClip(
            _workspace.Write($"in_{i}.wav", WavWriter.ToBytes(Sound.Pcm(Sound.Sine(200 + i, 0.5, 22_050)), 22_050)), $"Text number {i}.", $"source {i}")),
    ];
}
