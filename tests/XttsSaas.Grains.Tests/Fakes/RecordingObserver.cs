using System.Threading.Channels;
using XttsSaas.Abstractions.Events;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>Queues what it is told.</summary>
internal sealed class RecordingObserver : ITenantObserver
{
    private readonly Channel<TenantEvent> _events = Channel.CreateUnbounded<TenantEvent>();

    public int Waiting => _events.Reader.Count;

    public async Task OnEventAsync(TenantEvent tenantEvent) => await _events.Writer.WriteAsync(tenantEvent);

    /// <summary>The next event; waits for it.</summary>
    public async Task<TenantEvent> NextAsync()
    {
        using var patience = new Patience();
        return await _events.Reader.ReadAsync(patience.Token);
    }
}
