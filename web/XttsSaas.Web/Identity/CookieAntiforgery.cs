using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace XttsSaas.Web.Identity;

/// <summary>
/// A browser sends the session cookie with every request, whoever wrote the page. So a request to /v1 that changes
/// something and is authenticated by cookie must also carry the antiforgery token that only our pages can read.
/// </summary>
public sealed class CookieAntiforgery(RequestDelegate next, IAntiforgery antiforgery)
{
    public const string Header = "RequestVerificationToken";

    private static readonly Error Missing = new(
        ErrorCode.Forbidden,
        $"A request with the session cookie needs the page's antiforgery token in the {Header} header. Programs use an API key instead.");

    public async Task InvokeAsync(HttpContext context)
    {
        if (NeedsToken(context) && !await antiforgery.IsRequestValidAsync(context))
            await new ProblemResult(Missing).ExecuteAsync(context);
        else
            await next(context);
    }

    private static bool NeedsToken(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/v1")
        && !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        && context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme == Schemes.Cookie;
}
