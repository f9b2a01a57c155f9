using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Answers refused requests: programs get a problem, people a redirect or a page; operators' addresses do not exist
/// for anybody else.
/// </summary>
public sealed class AuthorizationAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
            return _standard.HandleAsync(next, context, policy, authorizeResult);
        if (policy.Requirements.OfType<OperatorRequirement>().Any())
            return AnswerAsync(context, ProblemCatalog.OfStatus(StatusCodes.Status404NotFound));
        var refusal = context.Features.Get<TenantRefusal>()?.Error ?? ProblemCatalog.OfStatus(StatusCodes.Status403Forbidden);
        return AnswerAsync(context, refusal);
    }

    /// <summary>Pages get the bare status; the portal gives it a face.</summary>
    private static Task AnswerAsync(HttpContext context, Error error)
    {
        if (ApiPaths.IsApi(context.Request.Path))
            return new ProblemResult(error).ExecuteAsync(context);
        context.Response.StatusCode = ProblemCatalog.Of(error.Code).Status;
        return Task.CompletedTask;
    }
}
