using System.Security.Cryptography;
using System.Text.Json;
using XttsSaas.Audio.Files;
using XttsSaas.Audio.Segmentation;
using XttsSaas.Datasets.Alignment;
using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>Decides what to cut, or finds what an earlier run decided.</summary>
public sealed class ClipPlanner(SourceAnalyzer analyzer)
{
    private const string PlanFile = "plan.json";

    public async Task<ClipPlan> PlanAsync(
        string source, string? transcript, string workFolder, PipelineOptions options, IProgress<StepProgress>? progress, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint(source, transcript, options);
        var path = Path.Combine(workFolder, PlanFile);
        if (await FindAsync(path, fingerprint, cancellationToken) is { } earlier)
            return earlier;

        // Clips of an earlier, different plan would be taken for this one's.
        foreach (var stale in Directory.GetFiles(workFolder, "*.wav"))
            File.Delete(stale);
        var analysis = await analyzer.AnalyzeAsync(source, options.Vad, progress, cancellationToken);
        var plan = new ClipPlan(fingerprint, analysis.Seconds, Cut(analysis, transcript, options.Segmentation));
        await AtomicFile.WriteTextAsync(path, JsonSerializer.Serialize(plan), cancellationToken);
        return plan;
    }

    private static List<PlannedClip> Cut(SourceAnalysis analysis, string? transcript, SegmenterOptions options)
    {
        var text = TranscriptText.Clean(transcript ?? "");
        if (!TranscriptText.Speaks(text))
        {
            return [.. Segmenter.Segment(analysis.Speech, analysis.Envelope, analysis.Seconds, options)
                .Select(range => new PlannedClip(range.Start, range.End, null, 0))];
        }

        return [.. new TranscriptAligner(options).Align(text, analysis.Speech, analysis.Envelope, analysis.Seconds).Segments
            .Select(segment => new PlannedClip(segment.Range.Start, segment.Range.End, segment.Text, segment.Confidence))];
    }

    private static async Task<ClipPlan?> FindAsync(string path, string fingerprint, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;
        await using var stream = File.OpenRead(path);
        var plan = await JsonSerializer.DeserializeAsync<ClipPlan>(stream, cancellationToken: cancellationToken);
        return plan?.Fingerprint == fingerprint ? plan : null;
    }

    private static string Fingerprint(string source, string? transcript, PipelineOptions options)
    {
        var all = JsonSerializer.SerializeToUtf8Bytes(new { new FileInfo(source).Length, transcript, options });
        return Convert.ToHexStringLower(SHA256.HashData(all));
    }
}
