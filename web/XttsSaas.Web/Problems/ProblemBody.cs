using System.Text.Json.Serialization;

namespace XttsSaas.Web.Problems;

/// <summary>
/// The body of every error response (RFC 9457). <paramref name="Code"/> is stable and meant for programs,
/// <paramref name="Detail"/> for people; <paramref name="Field"/> names the input that was wrong, where one was.
/// </summary>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    string RequestId)
{
    public const string ContentType = "application/problem+json";

    /// <param name="status">Overrides the code's own status where the server chose one, as with 405 and 415.</param>
    public static ProblemBody Of(Error error, string requestId, int? status = null)
    {
        var kind = ProblemCatalog.Of(error.Code);
        var code = ProblemCatalog.Name(error.Code);
        return new ProblemBody($"urn:xtts-saas:problem:{code}", kind.Title, status ?? kind.Status, code, error.Message, error.Field, requestId);
    }
}
