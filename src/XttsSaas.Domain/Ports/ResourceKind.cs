namespace XttsSaas.Domain.Ports;

/// <summary>Kinds of resources below a tenant; the persisted grain state has the member name as its kind.</summary>
public enum ResourceKind
{
    Voice,
    Dataset,
    TrainingSession,
}
