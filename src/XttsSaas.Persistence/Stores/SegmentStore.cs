using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Stores;

internal sealed class SegmentStore(IDbContextFactory<PlatformDbContext> contexts) : ISegmentStore
{
    public async Task SaveAsync(TenantId tenant, DatasetId dataset, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = segments.Select(s => s.Id).ToList();
        var existing = await db.Segments
            .Where(r => r.TenantId == tenant && r.DatasetId == dataset && ids.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var segment in segments)
        {
            if (existing.TryGetValue(segment.Id, out var row))
                Fill(row, segment);
            else
                db.Segments.Add(NewRow(tenant, dataset, segment));
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Segment>> ListAsync(TenantId tenant, DatasetId dataset, SegmentId? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = Of(db, tenant, dataset);
        if (after is { } cursor)
        {
            var position = await rows.Where(r => r.Id == cursor).Select(r => r.Position).SingleOrDefaultAsync(cancellationToken);
            if (position is null)
                return [];
            rows = rows.Where(r => r.Position.CompareTo(position) > 0);
        }
        var page = await rows.OrderBy(r => r.Position).Take(limit).ToListAsync(cancellationToken);
        return page.ConvertAll(ToSegment);
    }

    public async Task<Segment?> FindAsync(TenantId tenant, DatasetId dataset, SegmentId segment, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Of(db, tenant, dataset).SingleOrDefaultAsync(r => r.Id == segment, cancellationToken);
        return row is null ? null : ToSegment(row);
    }

    public async Task<SegmentTotals> CountAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await Of(db, tenant, dataset)
            .GroupBy(r => r.Verdict)
            .Select(g => new { Verdict = g.Key, Count = g.Count(), Seconds = g.Sum(r => r.EndSeconds - r.StartSeconds) })
            .ToListAsync(cancellationToken);
        var accepted = groups.SingleOrDefault(g => g.Verdict == SegmentVerdict.Accepted);
        return new SegmentTotals(groups.Sum(g => g.Count), accepted?.Count ?? 0, accepted?.Seconds ?? 0);
    }

    public async Task<IReadOnlySet<SourceId>> FinishedSourcesAsync(TenantId tenant, DatasetId dataset, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sources = await db.FinishedSources
            .Where(r => r.TenantId == tenant && r.DatasetId == dataset)
            .Select(r => r.SourceId)
            .ToListAsync(cancellationToken);
        return sources.ToHashSet();
    }

    public async Task FinishSourceAsync(TenantId tenant, DatasetId dataset, SourceId source, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.FinishedSources.AnyAsync(r => r.TenantId == tenant && r.DatasetId == dataset && r.SourceId == source, cancellationToken);
        if (known)
            return;
        db.FinishedSources.Add(new FinishedSourceRow { TenantId = tenant, DatasetId = dataset, SourceId = source });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(TenantId tenant, DatasetId dataset, SourceId? source, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Segments
            .Where(r => r.TenantId == tenant && r.DatasetId == dataset && (source == null || r.SourceId == source))
            .ExecuteDeleteAsync(cancellationToken);
        await db.FinishedSources
            .Where(r => r.TenantId == tenant && r.DatasetId == dataset && (source == null || r.SourceId == source))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IQueryable<SegmentRow> Of(PlatformDbContext db, TenantId tenant, DatasetId dataset) =>
        db.Segments.AsNoTracking().Where(r => r.TenantId == tenant && r.DatasetId == dataset);

    private static SegmentRow NewRow(TenantId tenant, DatasetId dataset, Segment segment)
    {
        var row = new SegmentRow
        {
            TenantId = tenant,
            DatasetId = dataset,
            Id = segment.Id,
            SourceId = segment.Source,
            Position = string.Empty,
            Text = segment.Text,
            Reasons = string.Empty,
        };
        Fill(row, segment);
        return row;
    }

    private static void Fill(SegmentRow row, Segment segment)
    {
        row.Index = segment.Index;
        row.Position = $"{segment.Source}/{segment.Index:D6}";
        row.StartSeconds = segment.StartSeconds;
        row.EndSeconds = segment.EndSeconds;
        row.BlobId = segment.Blob;
        row.Text = segment.Text;
        row.Confidence = segment.Confidence;
        row.Verdict = segment.Verdict;
        row.Reasons = string.Join('\n', segment.Reasons);
    }

    private static Segment ToSegment(SegmentRow row) => new(
        row.Id,
        row.SourceId,
        row.Index,
        row.StartSeconds,
        row.EndSeconds,
        row.BlobId,
        row.Text,
        row.Confidence,
        row.Verdict,
        row.Reasons.Length == 0 ? [] : row.Reasons.Split('\n'));
}
