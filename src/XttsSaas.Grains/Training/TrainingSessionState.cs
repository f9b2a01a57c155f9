using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Grains.Training;

/// <summary>Stored state of a training session; no details before it is created and after it was deleted.</summary>
[GenerateSerializer, Alias("TrainingSessionState")]
public sealed record TrainingSessionState
{
    [Id(0)]
    public int Schema { get; init; } = 1;

    [Id(1)]
    public SessionDetails? Details { get; init; }

    /// <summary>What the session trains from, fixed when it is created.</summary>
    [Id(2)]
    public string BaseModel { get; init; } = string.Empty;

    [Id(3)]
    public string Language { get; init; } = string.Empty;

    [Id(4)]
    public string DatasetFolder { get; init; } = string.Empty;

    /// <summary>The lease whose worker runs now.</summary>
    [Id(5)]
    public Lease? Lease { get; init; }

    /// <summary>The last lease that was given back; it is never taken again.</summary>
    [Id(6)]
    public LeaseId? SpentLease { get; init; }

    [Id(7)]
    public int InterruptionsWithoutProgress { get; init; }

    /// <summary>When an interrupted session queues again.</summary>
    [Id(8)]
    public DateTimeOffset? RetryAt { get; init; }

    [Id(9)]
    public double? BestValidationLoss { get; init; }

    [Id(10)]
    public SessionDuties Duties { get; init; }
}
