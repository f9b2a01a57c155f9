namespace XttsSaas.Training.Tests.TensorBoard;

/// <summary>What a record of an event file says; <see cref="Start"/> is a session log with the status START.</summary>
internal sealed record RecordedEvent
{
    public double WallTime { get; init; }

    public long Step { get; init; }

    public string? FileVersion { get; init; }

    public bool Start { get; init; }

    public Dictionary<string, float> Scalars { get; } = [];

    public RecordedAudio? Audio { get; init; }
}
