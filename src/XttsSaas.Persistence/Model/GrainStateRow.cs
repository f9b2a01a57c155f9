namespace XttsSaas.Persistence.Model;

/// <summary>
/// A grain's state as JSON. Owner and resource id are columns of the same row, so lists of a tenant's resources
/// read exactly what the grains wrote.
/// </summary>
internal sealed class GrainStateRow
{
    public required string Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>Null for grains that belong to the platform itself.</summary>
    public TenantId? TenantId { get; init; }

    /// <summary>The part of the key behind the tenant; empty for the tenant's own grains.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The ETag: 1 on creation, one more with every write.</summary>
    public long Version { get; set; }

    public required string Payload { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
