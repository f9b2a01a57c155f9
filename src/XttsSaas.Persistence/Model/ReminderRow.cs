namespace XttsSaas.Persistence.Model;

/// <summary>A durable reminder of a grain.</summary>
internal sealed class ReminderRow
{
    public required string GrainId { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset StartAt { get; set; }

    public TimeSpan Period { get; set; }

    public uint GrainHash { get; set; }

    public required string ETag { get; set; }
}
