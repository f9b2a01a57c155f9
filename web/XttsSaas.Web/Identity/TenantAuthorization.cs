using Microsoft.AspNetCore.Authorization;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Resolves <see cref="CurrentTenant"/> as part of authorisation, so that endpoint, page and hub share one door and
/// none of them runs without it.
/// </summary>
public sealed class TenantAuthorization(IHttpContextAccessor accessor, TenantResolver resolver) : AuthorizationHandler<TenantRequirement>
{
    private static readonly Error KeyRefused = new(ErrorCode.Forbidden, "API keys may not do this; use the access token of a person, from /v1/login.");

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, TenantRequirement requirement)
    {
        if (accessor.HttpContext is not { } http || context.User.Identity?.IsAuthenticated != true)
            return;
        var found = http.Features.Get<CurrentTenant>() is { } known
            ? known
            : await resolver.ResolveAsync(context.User, http.RequestAborted);
        if (found.Succeeded && !(requirement.PersonOnly && found.Value.Key is not null))
        {
            http.Features.Set(found.Value);
            context.Succeed(requirement);
            return;
        }
        http.Features.Set(new TenantRefusal(found.Error ?? KeyRefused));
        context.Fail();
    }
}
