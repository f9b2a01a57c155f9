using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Domain.Ports;

/// <summary>All a worker needs; folders relative to the model store's root.</summary>
public sealed record TrainingWork(
    TenantId Tenant,
    SessionId Session,
    Lease Lease,
    string BaseModelFolder,
    string DatasetFolder,
    string OutputFolder,
    string Language,
    TrainingSettings Settings);
