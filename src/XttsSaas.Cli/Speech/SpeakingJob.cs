using XttsSaas.Inference.Sampling;

namespace XttsSaas.Cli.Speech;

/// <summary>One text to be spoken into one file.</summary>
internal sealed record SpeakingJob(
    string Text, string Language, string Model, string DataFolder, IReadOnlyList<FileInfo> References, FileInfo Output, SamplingOptions Sampling);
