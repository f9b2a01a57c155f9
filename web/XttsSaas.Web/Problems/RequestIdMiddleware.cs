namespace XttsSaas.Web.Problems;

/// <summary>
/// Gives every request its id: in the X-Request-Id header, in problems, in logs, and as the key under which speech is
/// reserved and billed. The caller cannot choose it, or one request could settle another's reservation.
/// </summary>
public sealed class RequestIdMiddleware(RequestDelegate next, TimeProvider time)
{
    public const string Header = "X-Request-Id";

    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = RequestId.New(time.GetUtcNow()).Value;
        // As late as possible: an exception's handler starts over with no headers.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
