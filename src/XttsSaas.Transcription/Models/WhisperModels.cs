namespace XttsSaas.Transcription.Models;

/// <summary>Finds the Whisper models that the operator has put into <c>models/whisper</c> of the data folder.</summary>
public static class WhisperModels
{
    private const string Folder = "models/whisper";
    private const string Pattern = "ggml-*.bin";
    private static ReadOnlySpan<byte> Magic => "lmgg"u8; // "ggml" as a little-endian number

    /// <summary>
    /// The largest installed model that takes no more than a third of <paramref name="availableBytes"/> of memory, or
    /// null; then <paramref name="reason"/> says why and what to do.
    /// </summary>
    public static WhisperModel? Find(string dataFolder, long availableBytes, out string reason)
    {
        var folder = Path.Combine(dataFolder, Folder);
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, Pattern) : [];
        var models = Installed(dataFolder);
        var fitting = models.FirstOrDefault(model => model.Bytes <= availableBytes / 3);
        reason = fitting is not null ? ""
            : models.Count > 0 ? $"The Whisper models in {Folder} need more memory than this machine has; install a smaller one, for example ggml-base.bin."
            : files.Length > 0 ? $"The files in {Folder} are not Whisper models in ggml format."
            : $"No Whisper model is installed; put one in ggml format, for example ggml-small.bin, into {Folder} of the data folder, or attach transcripts.";
        return fitting;
    }

    /// <summary>Every installed model, the largest first.</summary>
    public static IReadOnlyList<WhisperModel> Installed(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, Folder);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, Pattern).Where(IsGgml).Select(Describe).OrderByDescending(model => model.Bytes).ThenBy(model => model.Name, StringComparer.Ordinal)]
            : [];
    }

    private static WhisperModel Describe(string path) => new(Path.GetFileNameWithoutExtension(path)["ggml-".Length..], path, new FileInfo(path).Length);

    private static bool IsGgml(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Magic);
    }
}
