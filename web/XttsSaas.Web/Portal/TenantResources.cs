using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Portal;

/// <summary>The caller's datasets, sessions and voices, newest first: found in the directory, read from their grains.</summary>
public sealed class TenantResources(IResourceDirectory directory, CurrentTenant tenant, TenantGrains grains)
{
    /// <summary>The most that one page lists.</summary>
    public const int PageSize = 50;

    public Task<IReadOnlyList<DatasetDetails>> DatasetsAsync(CancellationToken cancellationToken) =>
        ListAsync(ResourceKind.Dataset, id => grains.Dataset(DatasetId.Parse(id, null)).GetAsync(), cancellationToken);

    public Task<IReadOnlyList<SessionDetails>> SessionsAsync(CancellationToken cancellationToken) =>
        ListAsync(ResourceKind.TrainingSession, id => grains.Session(SessionId.Parse(id, null)).GetAsync(), cancellationToken);

    public Task<IReadOnlyList<VoiceDetails>> VoicesAsync(CancellationToken cancellationToken) =>
        ListAsync(ResourceKind.Voice, id => grains.Voice(VoiceId.Parse(id, null)).GetAsync(), cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(ResourceKind kind, Func<string, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var ids = await directory.ListAsync(tenant.Id, kind, before: null, PageSize, cancellationToken);
        var found = await Task.WhenAll(ids.Select(read));
        return [.. found.OfType<T>()];
    }
}
