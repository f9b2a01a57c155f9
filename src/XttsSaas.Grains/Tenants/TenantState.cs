using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Grains.Tenants;

/// <summary>Stored state of a tenant; no profile before it is created.</summary>
[GenerateSerializer, Alias("TenantState")]
public sealed record TenantState
{
    [Id(0)]
    public int Schema { get; init; } = 1;

    [Id(1)]
    public TenantProfile? Profile { get; init; }
}
