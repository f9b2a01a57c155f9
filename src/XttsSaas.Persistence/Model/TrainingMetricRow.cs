namespace XttsSaas.Persistence.Model;

/// <summary>One point of a training session's curves.</summary>
internal sealed class TrainingMetricRow
{
    public required TenantId TenantId { get; init; }

    public required SessionId SessionId { get; init; }

    public required int Step { get; init; }

    public required bool Validation { get; init; }

    public double? LossText { get; set; }

    public double? LossMel { get; set; }

    public double Loss { get; set; }

    public double? LearningRate { get; set; }

    public double? TokensPerSecond { get; set; }

    public double? MemoryMb { get; set; }

    public DateTimeOffset At { get; set; }
}
