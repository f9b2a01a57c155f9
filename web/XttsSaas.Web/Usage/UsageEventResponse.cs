using XttsSaas.Abstractions.Usage;

namespace XttsSaas.Web.Usage;

/// <summary>One line of the ledger. Quantity is characters for speech and seconds of device time for training.</summary>
public sealed record UsageEventResponse(
    string Id,
    UsageKind Kind,
    long Quantity,
    double AudioSeconds,
    double WallSeconds,
    ApiKeyId? Key,
    VoiceId? Voice,
    SessionId? Session,
    string? Language,
    DateTimeOffset At)
{
    public static UsageEventResponse Of(UsageEvent line) =>
        new(line.Id, line.Kind, line.Quantity, line.AudioSeconds, line.WallSeconds, line.Key, line.Voice, line.Session, line.Language, line.At);
}
