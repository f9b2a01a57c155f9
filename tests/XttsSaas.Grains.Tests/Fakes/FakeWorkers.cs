using System.Threading.Channels;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Ports;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>Workers that run until the test ends them.</summary>
internal sealed class FakeWorkers : ITrainingWorkers
{
    private readonly Lock _gate = new();
    private readonly HashSet<LeaseId> _running = [];
    private readonly Channel<TrainingWork> _started = Channel.CreateUnbounded<TrainingWork>();

    public List<LeaseId> Stopped { get; } = [];

    public int StartedAndUnseen => _started.Reader.Count;

    public void Start(TrainingWork work)
    {
        lock (_gate)
            _running.Add(work.Lease.Id);
        Assert.True(_started.Writer.TryWrite(work));
    }

    public bool IsRunning(LeaseId lease)
    {
        lock (_gate)
            return _running.Contains(lease);
    }

    public void Stop(LeaseId lease)
    {
        lock (_gate)
            Stopped.Add(lease);
    }

    /// <summary>The next worker that is started; waits for it.</summary>
    public async Task<TrainingWork> NextAsync()
    {
        using var patience = new Patience();
        return await _started.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The worker is gone, nobody was told.</summary>
    public void Lose(LeaseId lease)
    {
        lock (_gate)
            _running.Remove(lease);
    }
}
