using XttsSaas.Grains.Tests.Fakes;

namespace XttsSaas.Grains.Tests.Hosting;

/// <summary>What outlives a process: the database, the files and the clock.</summary>
internal sealed class World
{
    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    public JsonGrainStorage Storage { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public MemorySegments Segments { get; } = new();

    public MemoryMetrics Metrics { get; } = new();

    public RecordingBlobs Blobs { get; } = new();

    public RecordingModels Models { get; } = new();
}
