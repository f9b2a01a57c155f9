namespace XttsSaas.Datasets.Transcripts;

/// <summary>
/// Finds the recording that each transcript names. "wavs/a.wav", "a.wav" and "a" all name the upload "a.wav"; letter
/// case counts only where several uploads would fit.
/// </summary>
public static class TranscriptMatcher
{
    public static TranscriptMatch Match(IReadOnlyList<TranscriptLine> lines, IReadOnlyCollection<string> recordings)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        List<TranscriptFault> faults = [];
        foreach (var line in lines)
        {
            var found = Find(line.FileName, recordings);
            if (found.Length == 0)
                faults.Add(new TranscriptFault(TranscriptFaultKind.FileMissing, $"{line.Origin} names {line.FileName}, which was not uploaded."));
            else if (found.Length > 1)
                faults.Add(new TranscriptFault(TranscriptFaultKind.Ambiguous, $"{line.Origin} names {line.FileName}, which fits {string.Join(" and ", found)}."));
            else if (!texts.TryAdd(found[0], line.Text) && texts[found[0]] != line.Text)
                faults.Add(new TranscriptFault(TranscriptFaultKind.Contradiction, $"{line.Origin} gives {found[0]} a second, different text."));
        }

        return new TranscriptMatch(texts, faults);
    }

    private static string[] Find(string name, IReadOnlyCollection<string> recordings)
    {
        var file = Path.GetFileName(name.Replace('\\', '/'));
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            string[] exact = [.. recordings.Where(recording => recording.Equals(name, comparison) || recording.Equals(file, comparison))];
            if (exact.Length > 0)
                return exact;
            string[] stem = [.. recordings.Where(recording => Path.GetFileNameWithoutExtension(recording).Equals(file, comparison))];
            if (stem.Length > 0)
                return stem;
        }

        return [];
    }
}
