namespace XttsSaas.Training.Checkpoints;

/// <param name="Sha256">Of the whole file, lower-case hex.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StepFile(string Sha256, long Bytes);
