using XttsSaas.Cli.Models;

namespace XttsSaas.Cli.Speech;

/// <summary>One text to be spoken into one file, in a voice of the model's own, its first one where none is named, or that of recordings; at once or in chunks.</summary>
internal sealed record SpeakingJob(
    string Text, string Language, string Model, ModelFolders Folders, string? Voice, IReadOnlyList<FileInfo> References, FileInfo Output, bool Stream, SamplingChoice Sampling);
