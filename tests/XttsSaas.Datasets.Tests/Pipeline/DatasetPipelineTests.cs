using XttsSaas.Audio;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Quality;
using XttsSaas.Datasets.Tests.Fixtures;

namespace XttsSaas.Datasets.Tests.Pipeline;

public sealed class DatasetPipelineTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly Engine _engine = new();

    public void Dispose()
    {
        _engine.Dispose();
        _workspace.Dispose();
    }

    [Fact]
    public async Task Segment_SpeechWithTranscript_WritesGoodClipsWithTheirText()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story);

        var clips = await SegmentAsync(recording.Path, recording.Text, "work");

        var checker = new QualityChecker(new QualityOptions());
        Assert.Equal(recording.Text, string.Join(' ', clips.Select(clip => clip.Text)));
        Assert.All(clips, clip => Assert.Empty(checker.Check(clip.Range.Length, clip.Loudness, clip.Text!, clip.Confidence)));
        Assert.All(clips, clip =>
        {
            var audio = WavReader.Read(clip.Path).Value!;
            Assert.Equal((22_050, 1), (audio.SampleRate, audio.Channels));
            Assert.Equal(clip.Range.Length, audio.Seconds, 0.001);
        });
    }

    [Fact]
    public async Task Segment_WithoutTranscript_KeepsToTheLengths()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story);

        var clips = await SegmentAsync(recording.Path, null, "work");

        Assert.InRange(clips.Length, 5, 20);
        Assert.All(clips, clip => Assert.InRange(clip.Range.Length, 1, 11));
        Assert.All(clips, clip => Assert.Null(clip.Text));
    }

    [Fact]
    public async Task Segment_StoppedAndStartedAgain_GivesTheSameClipsAndKeepsTheFinishedOnes()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story);
        var whole = await SegmentAsync(recording.Path, null, "whole");
        await foreach (var clip in _engine.Pipeline.SegmentAsync(recording.Path, null, _workspace.PathOf("stopped"), new PipelineOptions(), null, default))
        {
            if (clip.Index == 2)
                break;
        }

        var kept = Directory.GetFiles(_workspace.PathOf("stopped"), "*.wav").ToDictionary(file => file, File.GetLastWriteTimeUtc);

        var resumed = await SegmentAsync(recording.Path, null, "stopped");

        Assert.Equal(3, kept.Count);
        Assert.All(kept, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        Assert.Equal(whole.Select(clip => clip.Range), resumed.Select(clip => clip.Range));
        Assert.All(whole.Zip(resumed), pair => Assert.Equal(File.ReadAllBytes(pair.First.Path), File.ReadAllBytes(pair.Second.Path)));
    }

    [Fact]
    public async Task Segment_OtherOptions_CutsAnew()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story[..5]);
        var before = await SegmentAsync(recording.Path, null, "work");

        var after = await SegmentAsync(recording.Path, null, "work", new PipelineOptions { Segmentation = new() { TargetSeconds = 2, MaxSeconds = 5 } });

        Assert.NotEqual(before.Select(clip => clip.Range), after.Select(clip => clip.Range));
        Assert.Equal(after.Length, Directory.GetFiles(_workspace.PathOf("work"), "*.wav").Length);
    }

    [Fact]
    public async Task Segment_ManyClips_ReportsEveryTen()
    {
        var recording = await Recording.SpeakAsync(_workspace, Recording.Story);
        var progress = new Collected<StepProgress>();
        var options = new PipelineOptions { Segmentation = new() { TargetSeconds = 1, MaxSeconds = 6 } };

        var clips = await SegmentAsync(recording.Path, null, "work", options, progress);

        var cutting = progress.Reports.Where(report => report.Step == PipelineStep.Cutting).ToArray();
        Assert.True(clips.Length > 10);
        Assert.Equal(new StepProgress(PipelineStep.Cutting, 10, clips.Length), cutting[0]);
        Assert.Equal(new StepProgress(PipelineStep.Cutting, clips.Length, clips.Length), cutting[^1]);
    }

    [Fact]
    public async Task Segment_Silence_GivesNoClips()
    {
        var file = _workspace.Write("silence.wav", WavWriter.ToBytes(new short[22_050 * 3], 22_050));

        Assert.Empty(await SegmentAsync(file, null, "work"));
    }

    [Fact]
    public async Task Segment_NotAudio_ThrowsTheError()
    {
        var file = _workspace.Write("text.wav", "no sound"u8.ToArray());

        var fault = await Assert.ThrowsAsync<AudioException>(() => SegmentAsync(file, null, "work"));

        Assert.Equal(AudioErrorCode.Damaged, fault.Error.Code);
    }

    private Task<SourceClip[]> SegmentAsync(
        string source, string? transcript, string work, PipelineOptions? options = null, IProgress<StepProgress>? progress = null) =>
        _engine.Pipeline.SegmentAsync(source, transcript, _workspace.PathOf(work), options ?? new PipelineOptions(), progress, default).ToArrayAsync().AsTask();
}
