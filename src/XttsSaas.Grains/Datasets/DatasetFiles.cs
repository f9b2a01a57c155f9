using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Grains.Datasets;

/// <summary>
/// Removes what a dataset owns outside its grain. Blobs go before the rows that name them, so that an interrupted
/// removal can be repeated and leaves no file without an owner.
/// </summary>
public sealed class DatasetFiles(ISegmentStore segments, IBlobStore blobs, IModelStore models)
{
    private const int PageSize = 200;

    public async Task RemoveSourceAsync(TenantId tenant, DatasetId dataset, SourceDraft source)
    {
        await RemoveSegmentsAsync(tenant, dataset, new[] { source.Id });
        await blobs.DeleteAsync(tenant, source.Blob, CancellationToken.None);
    }

    /// <summary>Removes the segments of some sources, or all of them when <paramref name="sources"/> is null.</summary>
    public async Task RemoveSegmentsAsync(TenantId tenant, DatasetId dataset, IReadOnlyList<SourceId>? sources)
    {
        var wanted = sources?.ToHashSet();
        SegmentId? after = null;
        while (await segments.ListAsync(tenant, dataset, after, PageSize, CancellationToken.None) is { Count: > 0 } page)
        {
            foreach (var segment in page.Where(s => wanted is null || wanted.Contains(s.Source)))
                await blobs.DeleteAsync(tenant, segment.Blob, CancellationToken.None);
            after = page[^1].Id;
        }
        if (sources is null)
            await segments.RemoveAsync(tenant, dataset, null, CancellationToken.None);
        foreach (var source in sources ?? [])
            await segments.RemoveAsync(tenant, dataset, source, CancellationToken.None);
    }

    public async Task RemoveAllAsync(TenantId tenant, DatasetDetails dataset)
    {
        await RemoveSegmentsAsync(tenant, dataset.Id, null);
        foreach (var source in dataset.Sources)
            await blobs.DeleteAsync(tenant, source.Blob, CancellationToken.None);
        foreach (var build in dataset.Builds)
            models.Delete(build.Folder);
    }
}
