namespace XttsSaas.Domain.Plans;

/// <summary>What a tenant may use. Monthly amounts count per UTC calendar month.</summary>
/// <param name="Name">Stable key, lower case.</param>
/// <param name="CharactersPerMonth">Characters of text that may be spoken.</param>
/// <param name="TrainingSecondsPerMonth">Device seconds of training.</param>
/// <param name="ConcurrentRequests">Speech requests at the same time.</param>
/// <param name="MaxSources">Recordings per dataset.</param>
/// <param name="MaxSourceBytes">Size of one recording in bytes.</param>
public sealed record Plan(
    string Name,
    long CharactersPerMonth,
    long TrainingSecondsPerMonth,
    int ConcurrentRequests,
    int MaxSources,
    long MaxSourceBytes);
