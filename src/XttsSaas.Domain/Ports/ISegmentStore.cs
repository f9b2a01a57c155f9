using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Ports;

/// <summary>Segments of datasets. Every query carries the tenant; a foreign dataset looks empty.</summary>
public interface ISegmentStore
{
    /// <summary>Writes segments in one transaction; the same id again replaces the row.</summary>
    Task SaveAsync(TenantId tenant, DatasetId dataset, IReadOnlyList<Segment> segments, CancellationToken cancellationToken);

    /// <summary>A page in the order (source, index), after the given segment.</summary>
    Task<IReadOnlyList<Segment>> ListAsync(TenantId tenant, DatasetId dataset, SegmentId? after, int limit, CancellationToken cancellationToken);

    Task<Segment?> FindAsync(TenantId tenant, DatasetId dataset, SegmentId segment, CancellationToken cancellationToken);

    Task<SegmentTotals> CountAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken);

    /// <summary>Sources whose every segment is stored: a step that is started again skips them.</summary>
    Task<IReadOnlySet<SourceId>> FinishedSourcesAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken);

    /// <summary>Marks a source's segments as complete.</summary>
    Task FinishSourceAsync(TenantId tenant, DatasetId dataset, SourceId source, CancellationToken cancellationToken);

    /// <summary>Removes a source's segments, or all of the dataset's when <paramref name="source"/> is null.</summary>
    Task RemoveAsync(TenantId tenant, DatasetId dataset, SourceId? source, CancellationToken cancellationToken);
}
