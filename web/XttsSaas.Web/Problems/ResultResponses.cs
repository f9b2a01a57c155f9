using Microsoft.AspNetCore.Http.HttpResults;

namespace XttsSaas.Web.Problems;

/// <summary>Turns the domain's results into typed HTTP results.</summary>
public static class ResultResponses
{
    /// <summary>200 with the mapped value, or the problem.</summary>
    public static Results<Ok<TBody>, ProblemResult> ToOk<T, TBody>(this Result<T> result, Func<T, TBody> map) =>
        result.Succeeded ? TypedResults.Ok(map(result.Value)) : new ProblemResult(result.Error);

    /// <summary>201 with the mapped value and its address, or the problem.</summary>
    public static Results<Created<TBody>, ProblemResult> ToCreated<T, TBody>(this Result<T> result, Func<T, TBody> map, Func<T, string> address) =>
        result.Succeeded ? TypedResults.Created(address(result.Value), map(result.Value)) : new ProblemResult(result.Error);

    /// <summary>202 with the mapped value: the work goes on in the background.</summary>
    public static Results<Accepted<TBody>, ProblemResult> ToAccepted<T, TBody>(this Result<T> result, Func<T, TBody> map) =>
        result.Succeeded ? TypedResults.Accepted((string?)null, map(result.Value)) : new ProblemResult(result.Error);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemResult> ToNoContent(this Result result) =>
        result.Error is { } error ? new ProblemResult(error) : TypedResults.NoContent();

    /// <summary>200 with the mapped value, or 404 where there is none.</summary>
    public static Results<Ok<TBody>, ProblemResult> ToOkOrNotFound<T, TBody>(this T? value, string what, Func<T, TBody> map)
        where T : class =>
        value is null ? new ProblemResult(Error.NotFound(what)) : TypedResults.Ok(map(value));
}
