using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Identity;

/// <summary>/v1/signup, /v1/login and /v1/me.</summary>
public static class IdentityEndpoints
{
    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        var identity = app.MapGroup("/v1").WithTags("Identity");
        identity.MapPost("/signup", SignUpAsync).AllowAnonymous().WithName("SignUp").WithSummary("Sign up: a user and an organisation; sending it again gives the same ones.");
        identity.MapPost("/login", LogInAsync).AllowAnonymous().WithName("LogIn").WithSummary("Get an access token for e-mail and password.");
        identity.MapGet("/me", MeAsync).RequireAuthorization(Policies.Tenant).WithName("GetMe").WithSummary("Whom these credentials stand for.");
    }

    private static async Task<Results<Ok<AccessTokenResponse>, ProblemResult>> SignUpAsync(
        SignUpRequest body, SignUp signUp, AccessTokens tokens, CancellationToken cancellationToken)
    {
        var done = await signUp.RunAsync(body, cancellationToken);
        return done.Succeeded
            ? TypedResults.Ok(await tokens.IssueAsync(done.Value.User, done.Value.Tenant))
            : new ProblemResult(done.Error);
    }

    private static async Task<Results<Ok<AccessTokenResponse>, ProblemResult>> LogInAsync(
        LogInRequest body, PasswordCheck passwords, IMembershipStore memberships, AccessTokens tokens, CancellationToken cancellationToken)
    {
        var user = await passwords.RunAsync(body.Email, body.Password);
        if (!user.Succeeded)
            return new ProblemResult(user.Error);
        var mine = await memberships.ListAsync(user.Value.UserId, cancellationToken);
        return TypedResults.Ok(await tokens.IssueAsync(user.Value, mine.Count > 0 ? mine[0].Tenant : null));
    }

    private static async Task<Results<Ok<MeResponse>, ProblemResult>> MeAsync(CurrentTenant tenant, IGrainFactory grains)
    {
        var profile = await grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant.Id)).GetAsync();
        return profile.ToOkOrNotFound("organisation", p => new MeResponse(new MeResponse.TenantPart(p.Id, p.Name, p.Plan), tenant.Role, tenant.User, tenant.Key));
    }
}
