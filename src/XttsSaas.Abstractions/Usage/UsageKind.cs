namespace XttsSaas.Abstractions.Usage;

public enum UsageKind
{
    SpeechCharacters,
    TrainingSeconds,
}
