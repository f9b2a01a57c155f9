using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Datasets;

/// <summary>The customer's own transcripts, matched to recordings by file name.</summary>
public static class SourceTranscripts
{
    public const int MaxCharacters = 200_000;
    private const int NamesInMessage = 5;

    /// <summary>Success, or which transcripts name no recording or hold no text.</summary>
    public static Result Check(IReadOnlyList<SourceDraft> sources, IReadOnlyDictionary<string, string> textByFileName)
    {
        if (textByFileName.Count == 0)
            return new Error(ErrorCode.TranscriptInvalid, "There are no transcripts in the file.", "transcripts");
        var known = sources.Select(s => s.FileName).ToHashSet();
        var missing = textByFileName.Keys.Where(n => !known.Contains(n)).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
            return new Error(ErrorCode.TranscriptFileMissing, $"The dataset has no recording named {Names(missing)}; upload it first or correct the name.", "transcripts");
        var empty = textByFileName.Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key).Order(StringComparer.Ordinal).ToArray();
        if (empty.Length > 0)
            return new Error(ErrorCode.TranscriptInvalid, $"The transcript of {Names(empty)} is empty.", "transcripts");
        return textByFileName.Values.Any(t => t.Length > MaxCharacters)
            ? new Error(ErrorCode.TranscriptInvalid, $"A transcript has more than {MaxCharacters} characters; split the recording.", "transcripts")
            : Result.Success;
    }

    /// <summary>The recordings with their texts, and the ids of those whose text changed.</summary>
    public static (IReadOnlyList<SourceDraft> Sources, IReadOnlyList<SourceId> Changed) Attach(
        IReadOnlyList<SourceDraft> sources, IReadOnlyDictionary<string, string> textByFileName)
    {
        var attached = sources
            .Select(s => textByFileName.TryGetValue(s.FileName, out var text) ? s with { Transcript = text.Trim() } : s)
            .ToArray();
        var changed = sources.Zip(attached).Where(p => p.First.Transcript != p.Second.Transcript).Select(p => p.First.Id).ToArray();
        return (attached, changed);
    }

    private static string Names(string[] names) => names.Length <= NamesInMessage
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(NamesInMessage))} and {names.Length - NamesInMessage} more";
}
