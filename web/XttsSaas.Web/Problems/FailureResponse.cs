namespace XttsSaas.Web.Problems;

/// <summary>Why a resource's background work failed; the same codes as in problems.</summary>
public sealed record FailureResponse(string Code, string Detail)
{
    public static FailureResponse? Of(Error? error) => error is null ? null : new FailureResponse(ProblemCatalog.Name(error.Code), error.Message);
}
