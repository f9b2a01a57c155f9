using System.Collections.Concurrent;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

internal sealed class MemoryMetrics : ITrainingMetricStore
{
    private readonly ConcurrentDictionary<(TenantId, SessionId, int, bool), TrainingMetric> _rows = new();

    public Task AppendAsync(TenantId tenant, SessionId session, IReadOnlyList<TrainingMetric> metrics, CancellationToken cancellationToken)
    {
        foreach (var metric in metrics)
            _rows[(tenant, session, metric.Step, metric.Validation)] = metric;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TrainingMetric>> ListAsync(TenantId tenant, SessionId session, int afterStep, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TrainingMetric>>(_rows
            .Where(r => r.Key.Item1 == tenant && r.Key.Item2 == session && r.Key.Item3 > afterStep)
            .Select(r => r.Value)
            .OrderBy(m => m.Step)
            .ToArray());

    public Task RemoveAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        foreach (var key in _rows.Keys.Where(k => k.Item1 == tenant && k.Item2 == session))
            _rows.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
