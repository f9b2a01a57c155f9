using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Grains.Tenants;

/// <inheritdoc cref="ITenantGrain"/>
public sealed class TenantGrain(
    [PersistentState(GrainStateNames.Tenant, GrainStateNames.Storage)] IPersistentState<TenantState> storage,
    TimeProvider time,
    ILogger<TenantGrain> logger) : Grain, ITenantGrain
{
    private readonly ObserverFeed _feed = new(time, logger);

    private TenantProfile? Profile => storage.State.Profile;

    public async Task<Result<TenantProfile>> CreateAsync(string name, string plan)
    {
        if (Profile is { } existing)
        {
            return existing.Name == name
                ? existing
                : new Error(ErrorCode.Conflict, "The tenant exists already under another name.");
        }
        var faults = new Faults();
        DisplayName.Check(faults, name, "name");
        if (faults.ToResult().Error is { } fault)
            return fault;
        if (PlanCatalogue.Find(plan).Error is { } unknownPlan)
            return unknownPlan;

        var (tenant, _) = GrainKeys.Split(this.GetPrimaryKeyString());
        var profile = new TenantProfile(tenant, name, plan, TenantStatus.Active, null, time.GetUtcNow());
        await storage.SaveAsync(storage.State with { Profile = profile });
        return profile;
    }

    public Task<TenantProfile?> GetAsync() => Task.FromResult(Profile);

    public Task<Result> SuspendAsync(string reason) => SetStatusAsync(TenantStatus.Suspended, reason);

    public Task<Result> ResumeAsync() => SetStatusAsync(TenantStatus.Active, null);

    public Task SubscribeAsync(ITenantObserver observer)
    {
        _feed.Add(observer);
        return Task.CompletedTask;
    }

    public Task UnsubscribeAsync(ITenantObserver observer)
    {
        _feed.Remove(observer);
        return Task.CompletedTask;
    }

    public Task PublishAsync(TenantEvent tenantEvent) => _feed.PublishAsync(tenantEvent);

    private async Task<Result> SetStatusAsync(TenantStatus status, string? reason)
    {
        if (Profile is not { } profile)
            return Error.NotFound("tenant");
        await storage.SaveAsync(storage.State with { Profile = profile with { Status = status, StatusReason = reason } });
        return Result.Success;
    }
}
