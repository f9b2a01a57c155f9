using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace XttsSaas.Web.Composition;

/// <summary>/health/live: the process answers. /health/ready: it can serve customers.</summary>
public static class HealthRegistration
{
    private const string Ready = "ready";

    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<GrainHealth>("grains", tags: [Ready], timeout: TimeSpan.FromSeconds(10));
        return builder;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
