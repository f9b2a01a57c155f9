using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Portal;

/// <summary>A tenant's datasets, sessions and voices: found in the directory, read from their grains.</summary>
public sealed class TenantResources(IResourceDirectory directory, IGrainFactory grains)
{
    /// <summary>The most that one page lists.</summary>
    public const int PageSize = 50;

    public Task<IReadOnlyList<DatasetDetails>> DatasetsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(tenant, ResourceKind.Dataset, id => Dataset(tenant, DatasetId.Parse(id, null)).GetAsync(), cancellationToken);

    public Task<IReadOnlyList<SessionDetails>> SessionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(tenant, ResourceKind.TrainingSession, id => Session(tenant, SessionId.Parse(id, null)).GetAsync(), cancellationToken);

    public Task<IReadOnlyList<VoiceDetails>> VoicesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        ListAsync(tenant, ResourceKind.Voice, id => Voice(tenant, VoiceId.Parse(id, null)).GetAsync(), cancellationToken);

    public IDatasetGrain Dataset(TenantId tenant, DatasetId id) => grains.GetGrain<IDatasetGrain>(GrainKeys.Of(tenant, id));

    public ITrainingSessionGrain Session(TenantId tenant, SessionId id) => grains.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(tenant, id));

    public IVoiceGrain Voice(TenantId tenant, VoiceId id) => grains.GetGrain<IVoiceGrain>(GrainKeys.Of(tenant, id));

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        TenantId tenant, ResourceKind kind, Func<string, Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var ids = await directory.ListAsync(tenant, kind, before: null, PageSize, cancellationToken);
        var found = await Task.WhenAll(ids.Select(read));
        return found.OfType<T>().ToArray();
    }
}
