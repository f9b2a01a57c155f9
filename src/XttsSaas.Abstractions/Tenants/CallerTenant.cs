using Orleans.Runtime;

namespace XttsSaas.Abstractions.Tenants;

/// <summary>
/// The tenant on whose behalf a call is made. The web edge sets it once per request; it travels with every grain
/// call that follows, and the silo refuses calls to another tenant's grains. Calls of the platform itself carry none.
/// </summary>
public static class CallerTenant
{
    private const string Key = "xtts.tenant";

    public static void Set(TenantId tenant) => RequestContext.Set(Key, tenant.Value);

    /// <summary>Goes on as the platform itself, for work that serves several tenants.</summary>
    public static void Clear() => RequestContext.Remove(Key);

    /// <summary>Throws unless the caller is <paramref name="tenant"/> or the platform.</summary>
    /// <exception cref="ForeignTenantException">Another tenant calls.</exception>
    public static void Demand(TenantId tenant)
    {
        if (RequestContext.Get(Key) is string caller && caller != tenant.Value)
            throw new ForeignTenantException();
    }
}
