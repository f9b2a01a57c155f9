using XttsSaas.Abstractions.Usage;

namespace XttsSaas.Persistence.Model;

/// <summary>One line of the ledger. Rows are only ever inserted.</summary>
internal sealed class UsageEventRow
{
    public required string Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required UsageKind Kind { get; init; }

    public required long Quantity { get; init; }

    public double AudioSeconds { get; init; }

    public double WallSeconds { get; init; }

    public ApiKeyId? KeyId { get; init; }

    public VoiceId? VoiceId { get; init; }

    public SessionId? SessionId { get; init; }

    public string? Language { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The UTC day of <see cref="At"/> as a day number, for grouping on every database alike.</summary>
    public required int Day { get; init; }
}
