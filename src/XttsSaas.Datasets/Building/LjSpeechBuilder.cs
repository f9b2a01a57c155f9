using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using XttsSaas.Audio.Files;
using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Building;

/// <summary>
/// Builds an LJSpeech folder:
/// <code>
/// wavs/clip_000001.wav …   22,050 Hz mono PCM16
/// metadata.csv             clip_000001|text|text, without a header
/// metadata_train.csv, metadata_val.csv
/// duration.json            seconds in all and per clip
/// metadata.json            everything about every clip
/// </code>
/// The folder is filled beside its place and renamed when it is whole: a build that was stopped leaves nothing that
/// looks like one.
/// </summary>
public static class LjSpeechBuilder
{
    private const int ReportEvery = 10;
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file for people and tools, never part of a page
    };

    /// <summary>Builds into <paramref name="folder"/>, which must not exist. Throws <see cref="BuildException"/> for a clip that does not fit.</summary>
    public static async Task<BuildReport> BuildAsync(
        IReadOnlyList<BuildClip> clips, string folder, BuildOptions options, IProgress<StepProgress>? progress, CancellationToken cancellationToken)
    {
        if (clips.Count == 0)
            throw new BuildException("There are no accepted clips; accept some and build again.");
        if (Directory.Exists(folder))
            throw new BuildException("This build exists already; builds never change.");
        var partial = folder.TrimEnd('/') + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(Path.Combine(partial, "wavs"));
        var heldOut = DatasetSplit.HoldOut(clips, options.ValidationShare, options.Seed);
        var entries = new List<ClipEntry>(clips.Count);
        for (var i = 0; i < clips.Count; i++)
        {
            entries.Add(await CopyAsync(clips[i], $"clip_{i + 1:000000}", heldOut[i], partial, cancellationToken));
            if (entries.Count % ReportEvery == 0 || entries.Count == clips.Count)
                progress?.Report(new StepProgress(PipelineStep.Building, entries.Count, clips.Count));
        }

        await WriteTablesAsync(partial, entries, options, cancellationToken);
        Directory.Move(partial, folder);
        return Report(entries);
    }

    private static async Task<ClipEntry> CopyAsync(BuildClip clip, string id, bool heldOut, string folder, CancellationToken cancellationToken)
    {
        var text = TranscriptText.Clean(clip.Text);
        if (!TranscriptText.Speaks(text))
            throw new BuildException($"A clip of {clip.Source} has no text.");
        await using var wav = File.OpenRead(clip.WavPath);
        var header = WavHeader.Read(wav);
        if (header is not { Succeeded: true, Value: { FormatTag: WavHeader.Pcm, Channels: 1, BitsPerSample: 16, SampleRate: PipelineOptions.ClipSampleRate } format })
            throw new BuildException($"A clip of {clip.Source} is not 22,050 Hz mono PCM16. {header.Error?.Message}".TrimEnd());
        wav.Position = 0;
        await AtomicFile.WriteAsync(Path.Combine(folder, "wavs", id + ".wav"), target => wav.CopyToAsync(target, cancellationToken), cancellationToken);
        return new ClipEntry(id, $"wavs/{id}.wav", text, clip.Source, Math.Round(format.Seconds, 6), heldOut ? "validation" : "train");
    }

    private static async Task WriteTablesAsync(string folder, List<ClipEntry> entries, BuildOptions options, CancellationToken cancellationToken)
    {
        var validation = entries.Where(entry => entry.Split == "validation");
        await WriteAsync("metadata.csv", Table(entries));
        await WriteAsync("metadata_train.csv", Table(entries.Except(validation)));
        await WriteAsync("metadata_val.csv", Table(validation));
        var total = Math.Round(entries.Sum(entry => entry.Seconds), 6);
        await WriteAsync("duration.json", JsonSerializer.Serialize(
            new { TotalSeconds = total, Clips = entries.ToDictionary(entry => entry.Id, entry => entry.Seconds) }, Json));
        await WriteAsync("metadata.json", JsonSerializer.Serialize(
            new { Format = "ljspeech", options.Language, options.Seed, SampleRate = PipelineOptions.ClipSampleRate, Channels = 1, TotalSeconds = total, Clips = entries }, Json));

        Task WriteAsync(string name, string content) => AtomicFile.WriteTextAsync(Path.Combine(folder, name), content, cancellationToken);
    }

    private static string Table(IEnumerable<ClipEntry> entries)
    {
        var table = new StringBuilder();
        foreach (var entry in entries)
            table.Append(entry.Id).Append('|').Append(entry.Text).Append('|').Append(entry.Text).Append('\n');
        return table.ToString();
    }

    private static BuildReport Report(List<ClipEntry> entries)
    {
        var validation = entries.Count(entry => entry.Split == "validation");
        string[] shared = [.. entries.GroupBy(entry => entry.Source, StringComparer.Ordinal)
            .Where(source => source.Select(entry => entry.Split).Distinct().Count() > 1)
            .Select(source => source.Key)
            .Order(StringComparer.Ordinal)];
        return new BuildReport(entries.Count, entries.Count - validation, validation, entries.Sum(entry => entry.Seconds), shared);
    }

    private sealed record ClipEntry(string Id, string File, string Text, string Source, double Seconds, string Split);
}
