namespace XttsSaas.Abstractions.Synthesis;

/// <summary>
/// Sampling. temperature 0.05–2, top-k 1–1024, top-p 0.05–1, repetition penalty 1–20, speed 0.5–2; the same seed
/// gives the same audio. What is left out is as the voice's model has it.
/// </summary>
[GenerateSerializer, Immutable, Alias("SpeechSettings")]
public sealed record SpeechSettings(
    double? Temperature = null,
    int? TopK = null,
    double? TopP = null,
    double? RepetitionPenalty = null,
    double Speed = 1.0,
    long Seed = 0);
