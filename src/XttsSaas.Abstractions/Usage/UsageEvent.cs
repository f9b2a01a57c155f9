namespace XttsSaas.Abstractions.Usage;

/// <summary>
/// One line of the append-only ledger. <paramref name="Quantity"/> is characters for speech and seconds of device
/// time for training. The id is derived from the fact it records, so the same fact can be written only once.
/// </summary>
[GenerateSerializer, Immutable, Alias("UsageEvent")]
public sealed record UsageEvent(
    string Id,
    TenantId Tenant,
    UsageKind Kind,
    long Quantity,
    double AudioSeconds,
    double WallSeconds,
    ApiKeyId? Key,
    VoiceId? Voice,
    SessionId? Session,
    string? Language,
    DateTimeOffset At);
