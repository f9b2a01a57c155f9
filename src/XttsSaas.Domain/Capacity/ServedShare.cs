using Orleans;
using Orleans.Concurrency;

namespace XttsSaas.Domain.Capacity;

/// <summary>The cost (training steps) that a tenant was served, for fairness.</summary>
[GenerateSerializer, Immutable, Alias("ServedShare")]
public sealed record ServedShare(TenantId Tenant, long Cost);
