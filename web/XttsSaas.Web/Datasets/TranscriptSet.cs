namespace XttsSaas.Web.Datasets;

/// <summary>
/// Transcripts by the name they came under. A transcript belongs to the recording of exactly that file name, or else
/// to the only one of that name without its ending.
/// </summary>
public sealed class TranscriptSet
{
    private const int MaxShownNames = 5;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public bool IsEmpty => texts.Count == 0;

    /// <summary>Adds a text; an empty one or a second one under the same name is a fault.</summary>
    public Error? Add(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new Error(ErrorCode.TranscriptInvalid, "A transcript names no recording.", "transcripts");
        if (string.IsNullOrWhiteSpace(text))
            return new Error(ErrorCode.TranscriptInvalid, $"The transcript of {name} is empty; leave it out to have it transcribed.", "transcripts");
        return texts.TryAdd(name, text.Trim())
            ? null
            : new Error(ErrorCode.TranscriptInvalid, $"{name} has more than one transcript in the request; send one.", "transcripts");
    }

    /// <summary>Texts by file name, or which transcripts name no recording.</summary>
    public Result<IReadOnlyDictionary<string, string>> Match(IReadOnlyList<string> fileNames)
    {
        var matched = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var (name, text) in texts)
        {
            if (Find(name, fileNames) is not { } file)
                missing.Add(name);
            else if (!matched.TryAdd(file, text))
                return new Error(ErrorCode.TranscriptInvalid, $"{file} has more than one transcript in the request; send one.", "transcripts");
        }
        if (missing.Count == 0)
            return matched;
        var shown = string.Join(", ", missing.Take(MaxShownNames)) + (missing.Count > MaxShownNames ? $" and {missing.Count - MaxShownNames} more" : string.Empty);
        return new Error(
            ErrorCode.TranscriptFileMissing,
            $"No recording of this dataset has the name that these transcripts give: {shown}. Upload the recordings in the same request or before it.",
            "transcripts");
    }

    private static string? Find(string name, IReadOnlyList<string> fileNames)
    {
        if (fileNames.Contains(name, StringComparer.Ordinal))
            return name;
        var candidates = fileNames.Where(file => Path.GetFileNameWithoutExtension(file) == name).Take(2).ToArray();
        return candidates.Length == 1 ? candidates[0] : null;
    }
}
