using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Problems;

namespace XttsSaas.Web.Keys;

/// <summary>Authenticates <c>Authorization: Bearer xtts_…</c>. A revoked key fails like one that never was.</summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IApiKeyStore store,
    ApiKeyHasher hasher) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>When a key was last used is shown to the minute; more would be a write per request.</summary>
    private static readonly TimeSpan TouchInterval = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SchemeSelector.Credential(Request) is not { } secret || !ApiKeySecret.LooksLikeOne(secret))
            return AuthenticateResult.Fail("No bearer credential.");
        var key = await store.FindByHashAsync(hasher.Hash(secret), Context.RequestAborted);
        if (key is null || key.RevokedAt is not null || !hasher.Matches(secret, key.SecretHash))
            return AuthenticateResult.Fail("Unknown API key.");
        var now = TimeProvider.GetUtcNow();
        if (key.LastUsedAt is not { } last || now - last >= TouchInterval)
            await store.TouchAsync(key.Id, now, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(key), Scheme.Name));
    }

    /// <summary>Says that a key came and was refused, in the same words for one that was revoked and one that never was.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => new ProblemResult(
        new Error(ErrorCode.Unauthenticated, "This API key is not known here: it is mistyped or was revoked. Make a new one under API keys in the portal."))
        .ExecuteAsync(Context);

    private ClaimsPrincipal Principal(ApiKeyRecord key)
    {
        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new Claim(PlatformClaims.Key, key.Id.Value));
        identity.AddClaim(new Claim(PlatformClaims.Tenant, key.Tenant.Value));
        if (key.CreatedBy is { } maker)
            identity.AddClaim(new Claim(PlatformClaims.KeyMaker, maker.Value));
        return new ClaimsPrincipal(identity);
    }
}
