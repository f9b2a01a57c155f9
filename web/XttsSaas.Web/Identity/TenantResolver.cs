using System.Security.Claims;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Identity;

/// <summary>Finds the tenant that authenticated credentials act for, and refuses those that are suspended.</summary>
public sealed class TenantResolver(IMembershipStore memberships, IGrainFactory grains)
{
    private static readonly Error Homeless = new(ErrorCode.Forbidden, "This account belongs to no organisation. Sign up again with the same e-mail and password to finish it.");

    public async Task<Result<CurrentTenant>> ResolveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var key = principal.FindFirstValue(PlatformClaims.Key);
        return key is null
            ? await OfPersonAsync(principal, cancellationToken)
            : await AdmitAsync(
                TenantId.Parse(principal.FindFirstValue(PlatformClaims.Tenant)!, null),
                TenantRole.Member,
                UserId.TryParse(principal.FindFirstValue(PlatformClaims.KeyMaker), null, out var maker) ? maker : null,
                ApiKeyId.Parse(key, null));
    }

    private async Task<Result<CurrentTenant>> OfPersonAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!UserId.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), null, out var user))
            return Homeless;
        var mine = await memberships.ListAsync(user, cancellationToken);
        return mine.Count == 0 ? Homeless : await AdmitAsync(mine[0].Tenant, mine[0].Role, user, key: null);
    }

    private async Task<Result<CurrentTenant>> AdmitAsync(TenantId id, TenantRole role, UserId? user, ApiKeyId? key)
    {
        var profile = await grains.GetGrain<ITenantGrain>(GrainKeys.Of(id)).GetAsync();
        if (profile is null)
            return Homeless;
        if (profile.Status == TenantStatus.Suspended)
            return new Error(ErrorCode.TenantSuspended, $"{profile.Name} is suspended: {profile.StatusReason ?? "no reason given"}. Nothing was deleted.");
        return new CurrentTenant(id, profile.Name, role, user, key);
    }
}
