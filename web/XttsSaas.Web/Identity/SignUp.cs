using Microsoft.AspNetCore.Identity;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Makes a user, a tenant and the owner's membership as one logical unit. The steps are user → membership → tenant;
/// each finds what an earlier try left behind, so that the same sign-up sent again after a crash or a lost answer
/// finishes the work and gives the same tenant. Who repeats it must know the password.
/// </summary>
public sealed class SignUp(
    UserManager<PlatformUser> users,
    IMembershipStore memberships,
    IGrainFactory grains,
    TimeProvider time)
{
    public const int MaxOrganizationLength = 80;
    public const string FirstPlan = "free";

    /// <summary>The same words whether the address is taken or the password of a repeated sign-up differs.</summary>
    private static readonly Error Refused = new(
        ErrorCode.Conflict,
        "An account cannot be made with this e-mail and password. If you already have one, log in instead.");

    public async Task<Result<SignedUp>> RunAsync(SignUpRequest request, CancellationToken cancellationToken)
    {
        var organization = request.Organization?.Trim() ?? string.Empty;
        if (organization.Length is 0 or > MaxOrganizationLength)
            return Error.Invalid("organization", $"Give the organisation a name of 1 to {MaxOrganizationLength} characters.");
        if (EmailAddress.Check(request.Email) is { } wrong)
            return wrong;
        var user = await EnsureUserAsync(request.Email!.Trim(), request.Password ?? string.Empty);
        if (!user.Succeeded)
            return user.Error;
        var tenant = await EnsureMembershipAsync(user.Value, cancellationToken);
        return await EnsureTenantAsync(user.Value, tenant, organization);
    }

    private async Task<Result<PlatformUser>> EnsureUserAsync(string email, string password)
    {
        if (await users.FindByEmailAsync(email) is { } existing)
            return await IsOwnerAsync(existing, password) ? existing : Refused;
        var now = time.GetUtcNow();
        var user = new PlatformUser { Id = UserId.New(now).Value, UserName = email, Email = email, CreatedAt = now };
        var made = await users.CreateAsync(user, password);
        return made.Succeeded ? user : PasswordRules.Explain(made) ?? Refused;
    }

    /// <summary>Guessing here counts towards the same lockout as at log-in.</summary>
    private async Task<bool> IsOwnerAsync(PlatformUser user, string password)
    {
        if (await users.IsLockedOutAsync(user))
            return false;
        if (await users.CheckPasswordAsync(user, password))
            return true;
        await users.AccessFailedAsync(user);
        return false;
    }

    private async Task<TenantId> EnsureMembershipAsync(PlatformUser user, CancellationToken cancellationToken)
    {
        var existing = await memberships.ListAsync(user.UserId, cancellationToken);
        if (existing.FirstOrDefault(membership => membership.Role == TenantRole.Owner) is { } owned)
            return owned.Tenant;
        var now = time.GetUtcNow();
        var tenant = TenantId.New(now);
        await memberships.AddAsync(new Membership(tenant, user.UserId, TenantRole.Owner, now), cancellationToken);
        return tenant;
    }

    private async Task<Result<SignedUp>> EnsureTenantAsync(PlatformUser user, TenantId id, string organization)
    {
        var tenant = grains.GetGrain<ITenantGrain>(GrainKeys.Of(id));
        if (await tenant.GetAsync() is { } existing)
            return new SignedUp(user, id, existing.Name);
        var made = await tenant.CreateAsync(organization, FirstPlan);
        return made.Succeeded ? new SignedUp(user, id, made.Value.Name) : made.Error;
    }
}
