namespace XttsSaas.Abstractions.Quotas;

/// <summary>Where a tenant stands in its current period. Units: characters of text, seconds of training device time.</summary>
[GenerateSerializer, Immutable, Alias("QuotaSnapshot")]
public sealed record QuotaSnapshot(
    DateTimeOffset PeriodStart,
    DateTimeOffset PeriodEnd,
    long CharactersUsed,
    long CharactersReserved,
    long CharacterLimit,
    long TrainingSecondsUsed,
    long TrainingSecondLimit,
    int ActiveRequests,
    int ConcurrencyLimit)
{
    /// <summary>Characters that a new request may still reserve.</summary>
    public long CharactersLeft => Math.Max(0, CharacterLimit - CharactersUsed - CharactersReserved);
}
