namespace XttsSaas.Abstractions.Results;

/// <summary>
/// An expected failure, as a value. <paramref name="Message"/> says what was wrong and what to do, in words for the
/// person who sent the request; <paramref name="Field"/> names the input that caused it, where one did.
/// </summary>
[GenerateSerializer, Immutable, Alias("Error")]
public sealed record Error(
    ErrorCode Code,
    string Message,
    string? Field = null)
{
    /// <summary>The same words for an id that never was and for another tenant's.</summary>
    public static Error NotFound(string what) => new(ErrorCode.NotFound, $"There is no such {what}.");

    public static Error Invalid(string field, string message) => new(ErrorCode.InvalidRequest, message, field);
}
