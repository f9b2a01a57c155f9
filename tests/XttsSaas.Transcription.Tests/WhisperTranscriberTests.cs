using Compat.Contracts.Whisper;
using XttsSaas.Audio;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;
using XttsSaas.Transcription.Models;
using XttsSaas.Transcription.Workers;

namespace XttsSaas.Transcription.Tests;

public sealed class WhisperTranscriberTests : IClassFixture<WhisperFixture>, IDisposable
{
    private const string Heard = "hello world";
    private readonly Workspace _workspace = new();
    private readonly WhisperTranscriber _transcriber;

    public WhisperTranscriberTests(WhisperFixture model)
    {
        WhisperFixture.RequireNativeLibrary();
        _transcriber = new WhisperTranscriber(new WhisperModel("tiny", model.ModelPath, 1), new WorkerPlan(2, 1), Tools.Decoder());
    }

    public void Dispose()
    {
        _transcriber?.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Transcribe_Clips_GivesEachOnce()
    {
        var reports = new List<TranscriptionProgress>();

        var transcripts = await RunAsync(Clips(13), "en", new Reports(reports)).ToArrayAsync();

        Assert.Equal(Keys(13), transcripts.Select(transcript => transcript.Key).Order(StringComparer.Ordinal));
        Assert.All(transcripts, transcript => Assert.Equal((Heard, "en"), (transcript.Text, transcript.Language)));
        Assert.All(transcripts, transcript => Assert.InRange(transcript.Confidence, 0.3, 1));
        Assert.Equal([0, 10, 13], reports.Select(report => report.Done));
    }

    [Fact]
    public async Task Transcribe_StoppedAndStartedAgain_RepeatsAndLosesNone()
    {
        var clips = Clips(23);
        var given = new List<string>();
        await foreach (var transcript in RunAsync(clips, "en", null))
        {
            given.Add(transcript.Key);
            if (given.Count == 12) // in the middle of the second ten
                break;
        }

        var journaled = JournalKeys();
        var reports = new List<TranscriptionProgress>();

        var all = await RunAsync(clips, "en", new Reports(reports)).ToArrayAsync();

        Assert.Equal(20, journaled.Length);
        Assert.Subset(journaled.ToHashSet(), given.ToHashSet());
        Assert.Equal(Keys(23), all.Select(transcript => transcript.Key).Order(StringComparer.Ordinal));
        Assert.Equal(Keys(23), JournalKeys().Order(StringComparer.Ordinal));
        Assert.Equal([20, 23], reports.Select(report => report.Done));
    }

    [Fact]
    public async Task Transcribe_NoLanguage_DetectsIt() =>
        Assert.Equal("de", Assert.Single(await RunAsync(Clips(1), null, null).ToArrayAsync()).Language);

    [Fact]
    public async Task Transcribe_VeryShortClip_IsHeardToo()
    {
        var clip = new ClipAudio("short", _workspace.Write("short.wav", WavWriter.ToBytes(Sound.Pcm(Sound.Sine(300, 0.3, 22_050)), 22_050)));

        Assert.Equal(Heard, Assert.Single(await RunAsync([clip], "en", null).ToArrayAsync()).Text);
    }

    [Fact]
    public async Task Transcribe_DamagedClip_GivesTheOthersBeforeItFails()
    {
        var broken = new ClipAudio("broken", _workspace.Write("broken.wav", "no sound"u8.ToArray()));
        var given = 0;

        await Assert.ThrowsAsync<AudioException>(async () =>
        {
            await foreach (var _ in RunAsync([.. Clips(11), broken], "en", null))
                given++;
        });

        Assert.Equal(11, given);
    }

    [Fact]
    public async Task Transcribe_Cancelled_ThrowsAndKeepsWhatIsSaved()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _transcriber.TranscribeAsync(Clips(25), "en", JournalPath, null, source.Token))
                await source.CancelAsync();
        });

        Assert.Equal(10, JournalKeys().Length);
    }

    [Fact]
    public async Task Transcribe_NoClips_GivesNone() => Assert.Empty(await RunAsync([], "en", null).ToArrayAsync());

    private string JournalPath => _workspace.PathOf("job.jsonl");

    private IAsyncEnumerable<ClipTranscript> RunAsync(ClipAudio[] clips, string? language, IProgress<TranscriptionProgress>? progress) =>
        _transcriber.TranscribeAsync(clips, language, JournalPath, progress, default);

    private string[] JournalKeys() =>
        [.. File.ReadLines(JournalPath).Skip(1).Select(line => System.Text.Json.JsonSerializer.Deserialize<ClipTranscript>(line)!.Key)];

    private static IEnumerable<string> Keys(int count) => Enumerable.Range(0, count).Select(i => $"clip {i:00}");

    private ClipAudio[] Clips(int count) =>
        [.. Keys(count).Select(key => new ClipAudio(key, _workspace.Write(key + ".wav", WavWriter.ToBytes(Sound.Pcm(Sound.Sine(300, 2.5, 22_050)), 22_050))))];

    private sealed class Reports(List<TranscriptionProgress> reports) : IProgress<TranscriptionProgress>
    {
        public void Report(TranscriptionProgress value) => reports.Add(value);
    }
}
