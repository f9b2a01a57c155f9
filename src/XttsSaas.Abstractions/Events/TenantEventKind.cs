namespace XttsSaas.Abstractions.Events;

/// <summary>Kinds of live events; the wire name is the member name in snake_case.</summary>
public enum TenantEventKind
{
    DatasetProgress,
    DatasetChanged,
    TrainingMetrics,
    TrainingChanged,
    VoiceChanged,
    UsageChanged,
}
