using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace XttsSaas.Web.Problems;

/// <summary>
/// The last resort: what a client did wrong is said in full, a bug is logged and answered without its internals.
/// </summary>
public sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        if (exception is not BadHttpRequestException)
            LogUnhandled(logger, exception, httpContext.TraceIdentifier);
        // By the time an exception is handled, the request's own path may already be the error page's.
        var asked = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path;
        if (!ApiPaths.IsApi(asked))
            return false;
        await Describe(exception).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemResult Describe(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => new(BadJson(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => new(BadBinding(bad)),
        BadHttpRequestException bad => new(ProblemCatalog.OfStatus(bad.StatusCode), bad.StatusCode),
        TimeoutException => new(new Error(ErrorCode.CapacityUnavailable, "The platform did not answer in time; try again.")),
        _ => new(ProblemCatalog.OfStatus(StatusCodes.Status500InternalServerError)),
    };

    private static Error BadJson(JsonException exception)
    {
        var field = FieldOf(exception.Path);
        if (exception.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return new(ErrorCode.InvalidRequest, $"The body has a field '{field}' that is not known here.", field);
        if (field is not null)
            return new(ErrorCode.InvalidRequest, $"The value of '{field}' does not have the expected form.", field);
        return new(ErrorCode.InvalidRequest, $"The body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}).");
    }

    /// <summary>"Failed to bind parameter "int limit" from "x"." names the parameter; nothing else in it is for clients.</summary>
    private static Error BadBinding(BadHttpRequestException exception)
    {
        var quoted = exception.Message.Split('"');
        var name = quoted.Length > 1 ? quoted[1].Split(' ')[^1] : null;
        return name switch
        {
            null => new(ErrorCode.InvalidRequest, "The request could not be understood: it lacks a body or is cut off."),
            "body" => new(ErrorCode.InvalidRequest, "The request needs a JSON body."),
            _ => new(ErrorCode.InvalidRequest, $"The value of '{name}' does not have the expected form.", name),
        };
    }

    private static string? FieldOf(string? path) => path is null or "$" ? null : path.TrimStart('$').TrimStart('.');

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {RequestId} failed unexpectedly")]
    private static partial void LogUnhandled(ILogger logger, Exception exception, string requestId);
}
