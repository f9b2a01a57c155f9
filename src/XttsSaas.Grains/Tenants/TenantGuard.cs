using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Grains.Tenants;

/// <summary>
/// Refuses every call to a tenant's grain that is made on behalf of another tenant. It looks at the target's key and
/// not at the called interface, so that enumerations, which arrive as calls of a runtime extension, are covered too.
/// </summary>
public sealed class TenantGuard : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var key = context.TargetId.Key.ToString() ?? string.Empty;
        var end = key.IndexOf(GrainKeys.Separator, StringComparison.Ordinal);
        if (TenantId.TryParse(end < 0 ? key : key[..end], null, out var owner))
            CallerTenant.Demand(owner);
        return context.Invoke();
    }
}
