using System.Collections.Concurrent;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

internal sealed class MemorySegments : ISegmentStore
{
    private readonly ConcurrentDictionary<(TenantId, DatasetId, SegmentId), Segment> _rows = new();
    private readonly ConcurrentDictionary<(TenantId, DatasetId, SourceId), bool> _finished = new();

    public Task SaveAsync(TenantId tenant, DatasetId dataset, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        foreach (var segment in segments)
            _rows[(tenant, dataset, segment.Id)] = segment;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Segment>> ListAsync(TenantId tenant, DatasetId dataset, SegmentId? after, int limit, CancellationToken cancellationToken)
    {
        var all = Of(tenant, dataset);
        var start = after is null ? 0 : Array.FindIndex(all, s => s.Id == after) + 1;
        return Task.FromResult<IReadOnlyList<Segment>>(all.Skip(start).Take(limit).ToArray());
    }

    public Task<Segment?> FindAsync(TenantId tenant, DatasetId dataset, SegmentId segment, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.GetValueOrDefault((tenant, dataset, segment)));

    public Task<SegmentTotals> CountAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken)
    {
        var all = Of(tenant, dataset);
        var accepted = all.Where(s => s.Verdict == SegmentVerdict.Accepted).ToArray();
        return Task.FromResult(new SegmentTotals(all.Length, accepted.Length, accepted.Sum(s => s.Seconds)));
    }

    public Task<IReadOnlySet<SourceId>> FinishedSourcesAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<SourceId>>(_finished.Keys.Where(k => k.Item1 == tenant && k.Item2 == dataset).Select(k => k.Item3).ToHashSet());

    public Task FinishSourceAsync(TenantId tenant, DatasetId dataset, SourceId source, CancellationToken cancellationToken)
    {
        _finished[(tenant, dataset, source)] = true;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(TenantId tenant, DatasetId dataset, SourceId? source, CancellationToken cancellationToken)
    {
        foreach (var segment in Of(tenant, dataset).Where(s => source is null || s.Source == source))
            _rows.TryRemove((tenant, dataset, segment.Id), out _);
        foreach (var key in _finished.Keys.Where(k => k.Item1 == tenant && k.Item2 == dataset && (source is null || k.Item3 == source)))
            _finished.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    private Segment[] Of(TenantId tenant, DatasetId dataset) => _rows
        .Where(r => r.Key.Item1 == tenant && r.Key.Item2 == dataset)
        .Select(r => r.Value)
        .OrderBy(s => s.Source.Value, StringComparer.Ordinal)
        .ThenBy(s => s.Index)
        .ToArray();
}
