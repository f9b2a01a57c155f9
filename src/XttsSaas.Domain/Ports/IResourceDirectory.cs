namespace XttsSaas.Domain.Ports;

/// <summary>
/// Finds what a tenant owns. It reads the same rows the grains write, so a list can never disagree with a grain.
/// </summary>
public interface IResourceDirectory
{
    /// <summary>Ids of a tenant's resources of one kind, newest first, older than <paramref name="before"/>.</summary>
    Task<IReadOnlyList<string>> ListAsync(TenantId tenant, ResourceKind kind, string? before, int limit, CancellationToken cancellationToken);

    /// <summary>Grain keys of all tenants' resources of one kind, for recovery after a restart.</summary>
    IAsyncEnumerable<string> AllKeysAsync(ResourceKind kind, CancellationToken cancellationToken);

    /// <summary>Ids of all tenants, newest first; operators only.</summary>
    Task<IReadOnlyList<TenantId>> ListTenantsAsync(string? before, int limit, CancellationToken cancellationToken);
}
