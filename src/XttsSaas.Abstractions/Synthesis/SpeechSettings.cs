namespace XttsSaas.Abstractions.Synthesis;

/// <summary>
/// Sampling. temperature 0.05–2, top-k 1–1024, top-p 0.05–1, repetition penalty 1–20, speed 0.5–2; the same seed
/// gives the same audio. Defaults are those of the XTTS v2 inference call.
/// </summary>
[GenerateSerializer, Immutable, Alias("SpeechSettings")]
public sealed record SpeechSettings(
    double Temperature = 0.75,
    int TopK = 50,
    double TopP = 0.85,
    double RepetitionPenalty = 10.0,
    double Speed = 1.0,
    long Seed = 0);
