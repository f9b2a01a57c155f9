using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>Issues short-lived opaque access tokens; the shared framework's bearer handler reads them back.</summary>
public sealed class AccessTokens(
    IUserClaimsPrincipalFactory<PlatformUser> principals,
    IOptionsMonitor<BearerTokenOptions> options,
    TimeProvider time)
{
    public async Task<AccessTokenResponse> IssueAsync(PlatformUser user, TenantId? tenant)
    {
        var bearer = options.Get(Schemes.AccessToken);
        var principal = await principals.CreateAsync(user);
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + bearer.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(principal, properties, $"{Schemes.AccessToken}:AccessToken");
        var token = bearer.BearerTokenProtector.Protect(ticket);
        return new AccessTokenResponse(token, "Bearer", (int)bearer.BearerTokenExpiration.TotalSeconds, user.UserId, tenant);
    }
}
