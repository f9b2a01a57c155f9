using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Quotas;

namespace XttsSaas.Grains.Quotas;

/// <inheritdoc cref="IQuotaGrain"/>
/// <remarks>
/// Reserve before synthesis, record in the ledger on delivery, count only what the ledger accepted. The meters are a
/// cache of the ledger: losing them loses reservations, never usage.
/// </remarks>
public sealed class QuotaGrain(IUsageLedger ledger, EventPublisher events, TimeProvider time) : Grain, IQuotaGrain
{
    private readonly QuotaMeter _speech = new(0);
    private BillingPeriod _period;
    private long _trainingUsed;
    private TenantId _tenant;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = GrainKeys.Split(this.GetPrimaryKeyString()).Tenant;
        await LoadPeriodAsync(cancellationToken);
    }

    public async Task<Result> ReserveSpeechAsync(RequestId request, int characters)
    {
        if (characters < 1)
            return Error.Invalid("text", "There is nothing to speak.");
        await EnterPeriodAsync();
        var plan = await ActivePlanAsync();
        if (!plan.Succeeded)
            return plan.Error;
        var reserved = _speech.Reserve(plan.Value, request, characters, time.GetUtcNow());
        // Reservations live in memory: stay until each of them is settled, released or lapsed.
        DelayDeactivation(QuotaMeter.ReservationLifetime);
        return reserved;
    }

    public async Task<Result> SettleSpeechAsync(SpeechUsage usage)
    {
        await EnterPeriodAsync();
        var characters = _speech.Billable(usage.Request, usage.Characters);
        if (characters == 0)
        {
            _speech.Release(usage.Request);
            return Result.Success;
        }
        var recorded = await ledger.AppendAsync(
            new UsageEvent(
                UsageEventIds.Speech(usage.Request),
                _tenant,
                UsageKind.SpeechCharacters,
                characters,
                usage.AudioSeconds,
                usage.WallSeconds,
                usage.Key,
                usage.Voice,
                null,
                usage.Language,
                time.GetUtcNow()),
            CancellationToken.None);
        if (!recorded)
        {
            // A repeated settlement, perhaps of one whose answer was lost: the ledger knows.
            _speech.Release(usage.Request);
            await LoadPeriodAsync(CancellationToken.None);
            return Result.Success;
        }
        _speech.Settle(usage.Request, characters);
        await PublishAsync(usage.Request.Value);
        return Result.Success;
    }

    public Task ReleaseSpeechAsync(RequestId request)
    {
        _speech.Release(request);
        return Task.CompletedTask;
    }

    public async Task<Result> CheckTrainingAsync()
    {
        await EnterPeriodAsync();
        var plan = await ActivePlanAsync();
        if (!plan.Succeeded)
            return plan.Error;
        return _trainingUsed < plan.Value.TrainingSecondsPerMonth
            ? Result.Success
            : new Error(ErrorCode.QuotaExceeded, $"Plan {plan.Value.Name} has {plan.Value.TrainingSecondsPerMonth} seconds of training a month and all are used; change the plan or wait for the next month.");
    }

    public async Task RecordTrainingAsync(TrainingUsage usage)
    {
        await EnterPeriodAsync();
        var seconds = (long)Math.Ceiling(usage.DeviceSeconds);
        var recorded = await ledger.AppendAsync(
            new UsageEvent(
                UsageEventIds.Training(usage.Session),
                _tenant,
                UsageKind.TrainingSeconds,
                seconds,
                0,
                usage.DeviceSeconds,
                null,
                null,
                usage.Session,
                null,
                time.GetUtcNow()),
            CancellationToken.None);
        if (!recorded)
            return;
        _trainingUsed += seconds;
        await PublishAsync(usage.Session.Value);
    }

    public async Task<QuotaSnapshot> GetAsync()
    {
        await EnterPeriodAsync();
        _speech.Expire(time.GetUtcNow());
        var profile = await TenantProfileAsync();
        return Snapshot(PlanCatalogue.OfTenant(profile));
    }

    private async Task PublishAsync(string subject)
    {
        var profile = await TenantProfileAsync();
        await events.PublishAsync(_tenant, TenantEventKind.UsageChanged, subject, Snapshot(PlanCatalogue.OfTenant(profile)));
    }

    private QuotaSnapshot Snapshot(Plan plan) => new(
        _period.Start,
        _period.End,
        _speech.Used,
        _speech.Reserved,
        plan.CharactersPerMonth,
        _trainingUsed,
        plan.TrainingSecondsPerMonth,
        _speech.Active,
        plan.ConcurrentRequests);

    private async Task<Result<Plan>> ActivePlanAsync()
    {
        var profile = await TenantProfileAsync();
        return profile switch
        {
            null => Error.NotFound("tenant"),
            { Status: TenantStatus.Suspended } => new Error(ErrorCode.TenantSuspended, "This account is suspended; contact support to have it resumed."),
            _ => PlanCatalogue.OfTenant(profile),
        };
    }

    private Task<TenantProfile?> TenantProfileAsync() =>
        GrainFactory.GetGrain<ITenantGrain>(GrainKeys.Of(_tenant)).GetAsync();

    private async Task EnterPeriodAsync()
    {
        if (!_period.Contains(time.GetUtcNow()))
            await LoadPeriodAsync(CancellationToken.None);
    }

    private async Task LoadPeriodAsync(CancellationToken cancellationToken)
    {
        var period = BillingPeriod.Of(time.GetUtcNow());
        var characters = await ledger.SumAsync(_tenant, UsageKind.SpeechCharacters, period.Start, period.End, cancellationToken);
        var training = await ledger.SumAsync(_tenant, UsageKind.TrainingSeconds, period.Start, period.End, cancellationToken);
        _period = period;
        _trainingUsed = training;
        _speech.StartPeriod(characters);
    }
}
