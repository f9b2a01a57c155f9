namespace XttsSaas.Abstractions.Quotas;

/// <summary>What one request really delivered: the fact that is settled and billed.</summary>
[GenerateSerializer, Immutable, Alias("SpeechUsage")]
public sealed record SpeechUsage(
    RequestId Request,
    ApiKeyId? Key,
    VoiceId Voice,
    string Language,
    int Characters,
    double AudioSeconds,
    double WallSeconds);
