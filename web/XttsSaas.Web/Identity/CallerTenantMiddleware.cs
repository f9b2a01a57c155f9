using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Web.Identity;

/// <summary>Puts the caller's tenant beside every grain call of the request; grains refuse keys of another tenant.</summary>
public sealed class CallerTenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<CurrentTenant>() is { } caller)
            CallerTenant.Set(caller.Id);
        return next(context);
    }
}
