using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Web.Identity;

/// <summary>The caller's own grains. Every address is made from the caller's tenant, so a foreign id leads to a grain that is empty.</summary>
public sealed class TenantGrains(IGrainFactory grains, CurrentTenant tenant)
{
    public ITenantGrain Tenant => grains.GetGrain<ITenantGrain>(GrainKeys.Of(tenant.Id));

    public IQuotaGrain Quota => grains.GetGrain<IQuotaGrain>(GrainKeys.Of(tenant.Id));

    public IVoiceGrain Voice(VoiceId id) => grains.GetGrain<IVoiceGrain>(GrainKeys.Of(tenant.Id, id));

    public IDatasetGrain Dataset(DatasetId id) => grains.GetGrain<IDatasetGrain>(GrainKeys.Of(tenant.Id, id));

    public ITrainingSessionGrain Session(SessionId id) => grains.GetGrain<ITrainingSessionGrain>(GrainKeys.Of(tenant.Id, id));
}
