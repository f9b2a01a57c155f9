using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace XttsSaas.Web.Problems;

/// <summary>An endpoint's answer when an expected failure stands in the way.</summary>
public sealed class ProblemResult(Error error, int? status = null) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public Error Error { get; } = error;

    public int? StatusCode { get; } = status ?? ProblemCatalog.Of(error.Code).Status;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemBody), [ProblemBody.ContentType]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCode!.Value;
        if (Error.Code == ErrorCode.Unauthenticated && response.Headers.WWWAuthenticate.Count == 0)
            response.Headers.WWWAuthenticate = "Bearer";
        if (Error.Code == ErrorCode.TooManyRequests && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = "1";
        response.Headers.CacheControl = "no-store";
        var body = ProblemBody.Of(Error, httpContext.TraceIdentifier, StatusCode);
        return response.WriteAsJsonAsync(body, options: null, ProblemBody.ContentType, httpContext.RequestAborted);
    }
}
