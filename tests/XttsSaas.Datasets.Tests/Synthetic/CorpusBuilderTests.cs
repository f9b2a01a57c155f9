using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Synthetic;
using XttsSaas.Datasets.Synthetic.Building;
using XttsSaas.Tests.Corpus;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class CorpusBuilderTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Build_HandfulOfSentences_KeepsTheContract()
    {
        var request = Request(hours: 0.05) with { Speakers = 8 };

        var manifest = await new CorpusBuilder(InThisProcess, 1).BuildAsync(_workspace.PathOf("corpus"), request, null, default);

        var reader = CorpusReader.Open(_workspace.PathOf("corpus"));
        var parts = Enum.GetValues<CorpusSplit>().ToDictionary(split => split, split => reader.Clips(split).ToList());
        var all = parts.Values.SelectMany(clips => clips).ToList();
        Assert.Equal((1, 22_050, 8 + 12, all.Count, "espeak-ng 1.51"), (manifest.Version, manifest.SampleRate, manifest.Speakers.Count, manifest.Clips, manifest.Source));
        Assert.Equal(0.05, parts[CorpusSplit.Training].Sum(clip => clip.Samples) / 22_050.0 / 3600, 0.002);
        Assert.False(Directory.Exists(Path.Combine(reader.Folder, "build")));
        Assert.Equal(all.Select(clip => reader.WavePath(clip)).Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(reader.Folder, "wavs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.All(all, clip => CheckClip(reader, clip));
        CheckSplits(manifest, parts);
    }

    [Fact]
    public async Task Build_CancelledHalfWay_GoesOnToTheSameCorpus()
    {
        var (request, whole, cut) = (Request(hours: 0.5), _workspace.PathOf("whole"), _workspace.PathOf("cut"));
        var uncut = new CountedSpeech();
        await new CorpusBuilder(uncut.SpeakAsync, 1).BuildAsync(whole, request, null, default);
        using var stop = new CancellationTokenSource();
        var spoken = 0;
        var cutOff = new CorpusBuilder(CancelAtThird, 2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cutOff.BuildAsync(cut, request, null, stop.Token));
        Assert.False(File.Exists(Path.Combine(cut, CorpusFiles.Manifest)));
        var again = new CountedSpeech();
        await new CorpusBuilder(again.SpeakAsync, 1).BuildAsync(cut, request, null, default);

        Assert.Equal(FolderDigest.Of(whole), FolderDigest.Of(cut));
        // The two blocks before the cut were finished.
        Assert.Equal(uncut.Blocks - 2, again.Blocks);

        Task<IReadOnlyList<CorpusClip>> CancelAtThird(SpeechBlock block, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref spoken) == 3)
                stop.Cancel();
            return FakeSpeech.SpeakAsync(block, cancellationToken);
        }
    }

    [Fact]
    public async Task Build_BlockWithALostFile_SpeaksItAgain()
    {
        var (request, folder) = (Request(hours: 0.2), _workspace.PathOf("corpus"));
        var failing = new CountedSpeech { FailAt = 2 };
        await Assert.ThrowsAsync<CorpusException>(() => new CorpusBuilder(failing.SpeakAsync, 1).BuildAsync(folder, request, null, default));
        File.Delete(Directory.GetFiles(Path.Combine(folder, "wavs"), "*.wav", SearchOption.AllDirectories)[0]);

        var again = new CountedSpeech();
        await new CorpusBuilder(again.SpeakAsync, 1).BuildAsync(folder, request, null, default);
        await new CorpusBuilder(FakeSpeech.SpeakAsync, 1).BuildAsync(_workspace.PathOf("whole"), request, null, default);

        Assert.Contains(0, again.FirstNumbers);
        Assert.Equal(FolderDigest.Of(_workspace.PathOf("whole")), FolderDigest.Of(folder));
    }

    [Fact]
    public async Task Build_CompleteCorpus_SpeaksNothing()
    {
        var (request, folder) = (Request(hours: 0.02), _workspace.PathOf("corpus"));
        var first = await new CorpusBuilder(FakeSpeech.SpeakAsync, 1).BuildAsync(folder, request, null, default);
        var again = new CountedSpeech();

        var second = await new CorpusBuilder(again.SpeakAsync, 1).BuildAsync(folder, request, null, default);

        Assert.Equal((0, first.Clips, first.Hours), (again.Blocks, second.Clips, second.Hours));
    }

    [Fact]
    public async Task Build_FewSentencesForTheHours_StopsWithWhatThereIs()
    {
        var manifest = await new CorpusBuilder(FakeSpeech.SpeakAsync, 2).BuildAsync(_workspace.PathOf("corpus"), Request(hours: 20) with { Speakers = 3 }, null, default);

        Assert.InRange(manifest.Hours, 0.02, 1);
    }

    [Fact]
    public async Task Build_FolderOfAnotherCorpus_IsLeftAlone()
    {
        var (request, folder) = (Request(hours: 0.02), _workspace.PathOf("corpus"));
        var builder = new CorpusBuilder(FakeSpeech.SpeakAsync, 1);
        await builder.BuildAsync(folder, request, null, default);
        var before = FolderDigest.Of(folder);

        var complete = await Assert.ThrowsAsync<CorpusException>(() => builder.BuildAsync(folder, request with { Seed = 2 }, null, default));
        var half = _workspace.PathOf("half");
        await Assert.ThrowsAsync<CorpusException>(() => new CorpusBuilder(new CountedSpeech { FailAt = 2 }.SpeakAsync, 1).BuildAsync(half, request, null, default));
        var unfinished = await Assert.ThrowsAsync<CorpusException>(() => builder.BuildAsync(half, request with { Hours = 1 }, null, default));
        Directory.CreateDirectory(_workspace.PathOf("photos"));
        _workspace.Write("photos/cat.jpg", [1]);
        var foreign = await Assert.ThrowsAsync<CorpusException>(() => builder.BuildAsync(_workspace.PathOf("photos"), request, null, default));

        Assert.All([complete, unfinished, foreign], fault => Assert.Equal(CorpusFault.FolderTaken, fault.Fault));
        Assert.Contains("seed 2", complete.Message, StringComparison.Ordinal);
        Assert.Equal(before, FolderDigest.Of(folder));
    }

    [Fact]
    public async Task Build_RequestThatCannotBe_NamesEveryFault()
    {
        var fault = await FaultOf(Request(hours: 0) with { Speakers = 0, Languages = ["en", "xx", "en"] });

        Assert.Equal(CorpusFault.WrongRequest, fault.Fault);
        Assert.All(["hours is 0", "speakers is 0", "'xx'", "twice"], word => Assert.Contains(word, fault.Message, StringComparison.Ordinal));
        Assert.Contains("hours is NaN", (await FaultOf(Request(double.NaN))).Message, StringComparison.Ordinal);
        Assert.Contains("no language", (await FaultOf(Request(1) with { Languages = [] })).Message, StringComparison.Ordinal);
        Assert.Contains("nowhere does not exist", (await FaultOf(Request(1) with { SentenceFolder = _workspace.PathOf("nowhere") })).Message, StringComparison.Ordinal);
        Assert.Contains("0 sentences of 'it'", (await FaultOf(Request(1) with { Languages = ["it"] })).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.PathOf("corpus")));
    }

    private static void CheckClip(CorpusReader reader, CorpusClip clip)
    {
        var samples = WavReader.Read(reader.WavePath(clip)).Value!.Samples;
        Assert.Equal((clip.Samples, 0), (samples.Length, samples.Length % 1024));
        Assert.InRange(samples.Length / 22_050.0, 0.6, 11);
        Assert.Equal(-23, 20 * Math.Log10(ClipShape.SpeechLevel(samples)), 1.0);
        Assert.True(samples.Max(sample => Math.Abs((int)sample)) <= 0.951 * 32_768);
        var end = 0;
        foreach (var span in clip.Phonemes)
        {
            Assert.True(span.Start >= end && span.End > span.Start && span.End <= clip.Samples && span.Symbol.Length > 0);
            end = span.End;
        }
        Assert.NotEmpty(clip.Phonemes);
    }

    private static void CheckSplits(CorpusManifest manifest, Dictionary<CorpusSplit, List<CorpusClip>> parts)
    {
        Assert.All(parts.Values, Assert.NotEmpty);
        var training = parts[CorpusSplit.Training];
        foreach (var split in new[] { CorpusSplit.Validation, CorpusSplit.Test, CorpusSplit.Unseen })
            Assert.DoesNotContain(parts[split], clip => training.Any(other => other.Text.Contains(clip.Text, StringComparison.Ordinal)));
        Assert.Empty(parts[CorpusSplit.Validation].Select(clip => clip.Text).Intersect(parts[CorpusSplit.Test].Select(clip => clip.Text)));
        var unseen = manifest.Speakers.Where(speaker => speaker.Split == SpeakerSplit.Unseen).Select(speaker => speaker.Id).ToHashSet();
        Assert.All(parts, part => Assert.All(part.Value, clip => Assert.Equal(part.Key == CorpusSplit.Unseen, unseen.Contains(clip.Speaker))));
    }

    private CorpusRequest Request(double hours) => new(hours, Speakers: 60, ["en", "es"], Seed: 1, SentenceFiles.Write(_workspace.PathOf("sentences")));

    private Task<CorpusException> FaultOf(CorpusRequest request) =>
        Assert.ThrowsAsync<CorpusException>(() => new CorpusBuilder(FakeSpeech.SpeakAsync, 1).BuildAsync(_workspace.PathOf("corpus"), request, null, default));

    private static Task<IReadOnlyList<CorpusClip>> InThisProcess(SpeechBlock block, CancellationToken cancellationToken) =>
        Task.FromResult(BlockSpeaker.Speak(block, cancellationToken));
}
