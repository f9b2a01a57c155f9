namespace XttsSaas.Training.Pretraining;

/// <summary>What a stage must know to go on, beside its tensors.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Fingerprint">SHA-256 of what a resumed stage must share: configuration, start, corpus.</param>
public sealed record StageState(int Step, string Fingerprint);
