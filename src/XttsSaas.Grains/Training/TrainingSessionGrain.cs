using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Training;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Training;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Grains.Training;

/// <inheritdoc cref="ITrainingSessionGrain"/>
/// <remarks>
/// Invariants: the state is stored before anybody is told; at most one lease is current and only its worker is
/// listened to; a lease that was given back is never taken again; what an ended session owes (see
/// <see cref="SessionDuties"/>) is stored with its end. Crash paths: before the pool knew a queued session, in a run,
/// between the end and its duties. <see cref="ReconcileAsync"/> mends all three and is run by the reminder, by
/// start-up recovery and by the pool's question after its leases.
/// </remarks>
public sealed partial class TrainingSessionGrain(
    [PersistentState(GrainStateNames.TrainingSession, GrainStateNames.Storage)] IPersistentState<TrainingSessionState> storage,
    ITrainingWorkers workers,
    ITrainingMetricStore metrics,
    IModelStore models,
    InterruptionPolicy interruptions,
    EventPublisher events,
    TimeProvider time,
    ILogger<TrainingSessionGrain> logger) : Grain, ITrainingSessionGrain, IRemindable
{
    private TenantId _tenant;
    private SessionId _session;
    private IGrainTimer? _retry;

    private TrainingSessionState State => storage.State;

    private SessionDetails? Details => State.Details;

    private IGpuPoolGrain Pool => GrainFactory.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, child) = GrainKeys.Split(this.GetPrimaryKeyString());
        (_tenant, _session) = (tenant, SessionId.Parse(child, null));
        return Task.CompletedTask;
    }

    public async Task<Result<SessionDetails>> CreateAsync(TrainingRequest request)
    {
        if (Details is not null)
            return new Error(ErrorCode.Conflict, "The session exists already.");
        var faults = TrainingSettingsValidator.Validate(request.Settings);
        DisplayName.Check(faults, request.Name, "name");
        if (faults.ToResult().Error is { } fault)
            return fault;
        if ((await GrainFactory.GetGrain<IQuotaGrain>(GrainKeys.Of(_tenant)).CheckTrainingAsync()).Error is { } quota)
            return quota;
        if (await GrainFactory.GetGrain<IVoiceGrain>(GrainKeys.Of(_tenant, request.Voice)).GetAsync() is not { } voice)
            return Error.NotFound("voice");
        if (voice.Consent is null)
            return new Error(ErrorCode.ConsentMissing, "The speaker's consent is not on record; record it before training this voice.");
        if (await GrainFactory.GetGrain<IDatasetGrain>(GrainKeys.Of(_tenant, request.Dataset)).GetAsync() is not { } dataset)
            return Error.NotFound("dataset");
        var build = dataset.Builds.LastOrDefault(b => request.Build == 0 || b.Number == request.Build);
        if (build is null)
            return new Error(ErrorCode.DatasetNotBuilt, "The dataset has no such build; build it first.", "build");

        await this.StartRecoveryReminderAsync();
        await SaveAsync(State with
        {
            Details = Queued(request with { Build = build.Number }),
            BaseModel = voice.BaseModel,
            Language = dataset.Language,
            DatasetFolder = build.Folder,
        });
        await EnqueueAsync();
        return Details!;
    }

    public Task<SessionDetails?> GetAsync() => Task.FromResult(Details);

    public async Task<Result<SessionDetails>> CancelAsync()
    {
        if (Details is not { } session)
            return Error.NotFound("session");
        if (SessionStateMachine.Check(session.State, SessionState.Cancelled).Error is { } fault)
            return fault;
        var duties = SessionDuties.ReleaseLease | SessionDuties.RecordUsage;
        await SaveAsync(State with { Details = Ended(session, SessionState.Cancelled), RetryAt = null, Duties = duties });
        // A worker that runs is told to stop; its end brings its device time and frees the device.
        if (State.Lease is { } lease && workers.IsRunning(lease.Id))
            workers.Stop(lease.Id);
        else
            await FinishAsync();
        return Details!;
    }

    public async Task StartAsync(Lease lease)
    {
        if (Details is not { } session || SessionStateMachine.IsFinal(session.State))
        {
            await Pool.ReleaseAsync(lease.Tenant, lease.Session, int.MaxValue);
        }
        else if (State.Lease?.Id == lease.Id)
        {
            await ReconcileAsync();
        }
        else if (session.State == SessionState.Queued && State.SpentLease != lease.Id)
        {
            await SaveAsync(State with
            {
                Lease = lease,
                Details = session with { State = SessionState.Running, Device = lease.Device, StartedAt = session.StartedAt ?? time.GetUtcNow() },
            });
            workers.Start(Work(lease));
        }
    }

    public async Task ReportAsync(WorkerReport report)
    {
        if (Details is not { State: SessionState.Running } session || State.Lease?.Id != report.Lease)
            return;
        await metrics.AppendAsync(_tenant, _session, report.Metrics, CancellationToken.None);
        var next = SessionProgress.Apply(session, report);
        var advanced = SessionProgress.ResumeStep(next) > SessionProgress.ResumeStep(session);
        var validation = report.Metrics.Where(m => m.Validation).Select(m => (double?)m.Loss);
        await storage.SaveAsync(State with
        {
            Details = next,
            InterruptionsWithoutProgress = advanced ? 0 : State.InterruptionsWithoutProgress,
            BestValidationLoss = validation.Append(State.BestValidationLoss).Min(),
        });
        if (report.Checkpoints.Count > 0)
            await PublishChangedAsync();
        var progress = new TrainingProgress(_session, next.Step, next.TotalSteps, next.SecondsLeft, report.Metrics);
        await events.PublishAsync(_tenant, TenantEventKind.TrainingMetrics, _session.Value, progress);
    }

    public async Task WorkerExitedAsync(WorkerExit exit)
    {
        if (Details is not { } session || State.Lease?.Id != exit.Lease)
            return;
        session = session with { DeviceSeconds = session.DeviceSeconds + exit.DeviceSeconds };
        if (session.State == SessionState.Cancelled)
        {
            await EndAsync(session, State.Duties);
        }
        else if (exit.Result is { } result)
        {
            session = session with { Result = result, Step = result.Steps, BestStep = result.BestStep, SecondsLeft = 0 };
            // A training that sounds no better than cloning from the clips alone is not charged.
            var charge = result.BetterThanZeroShot == false ? SessionDuties.None : SessionDuties.RecordUsage;
            await EndAsync(Ended(session, SessionState.Completed), SessionDuties.ReleaseLease | SessionDuties.AddVersion | charge);
        }
        else if (exit.Failure is { } failure)
        {
            // A failed training is not charged.
            await EndAsync(Ended(session, SessionState.Failed) with { Failure = failure }, SessionDuties.ReleaseLease);
        }
        else
        {
            await InterruptAsync(session, $"the worker ended with exit code {exit.ExitCode}");
        }
    }

    public Task RecoverAsync() => ReconcileAsync();

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReconcileAsync();

    public async Task<Result> DeleteAsync()
    {
        if (Details is not { } session)
            return Error.NotFound("session");
        if (!SessionStateMachine.IsFinal(session.State))
            return new Error(ErrorCode.InvalidState, $"The session is {session.State}; cancel it first.");
        if (State.Lease is { } lease && workers.IsRunning(lease.Id))
            return new Error(ErrorCode.InvalidState, "The session's worker is still stopping; try again in a moment.");
        await FinishAsync();
        await metrics.RemoveAsync(_tenant, _session, CancellationToken.None);
        var voice = await GrainFactory.GetGrain<IVoiceGrain>(GrainKeys.Of(_tenant, session.Request.Voice)).GetAsync();
        // The checkpoint of a voice version belongs to the voice and goes with it.
        if (voice is null || voice.Versions.All(v => v.Session != _session))
            models.Delete(models.SessionFolder(_tenant, _session));
        await storage.RemoveAsync();
        await events.PublishAsync(_tenant, TenantEventKind.TrainingChanged, _session.Value, new RemovedSubject(_session.Value));
        return Result.Success;
    }

    /// <summary>Makes the world agree with the stored state; running it at any time, any number of times, is safe.</summary>
    private async Task ReconcileAsync()
    {
        switch (Details?.State)
        {
            case SessionState.Queued:
                await EnqueueAsync();
                break;
            case SessionState.Running when State.Lease is { } lease && workers.IsRunning(lease.Id):
                break;
            case SessionState.Running:
                await InterruptAsync(Details, "its worker is gone");
                break;
            case SessionState.Interrupted when State.RetryAt > time.GetUtcNow():
                ScheduleRetry(State.RetryAt.Value - time.GetUtcNow());
                break;
            case SessionState.Interrupted:
                await RequeueAsync();
                break;
            case null:
                await this.StopRecoveryReminderAsync();
                break;
            default:
                if (State.Lease is not { } ending || !workers.IsRunning(ending.Id))
                    await FinishAsync();
                break;
        }
    }

    private async Task InterruptAsync(SessionDetails session, string reason)
    {
        var count = State.InterruptionsWithoutProgress + 1;
        LogInterrupted(logger, _session, session.Step, count, reason);
        session = session with { Interruptions = session.Interruptions + 1, SecondsLeft = null, Device = null };
        if (interruptions.DelayAfter(count) is not { } delay)
        {
            var failure = new Error(
                ErrorCode.TrainingFailed,
                $"Training stopped {count} times without reaching another checkpoint, the last time because {reason}. Try a smaller batch or contact support.");
            await EndAsync(Ended(session, SessionState.Failed) with { Failure = failure }, SessionDuties.ReleaseLease);
            return;
        }
        var unserved = Unserved(session);
        await SaveAsync(State with
        {
            Details = session with { State = SessionState.Interrupted },
            SpentLease = State.Lease?.Id ?? State.SpentLease,
            Lease = null,
            InterruptionsWithoutProgress = count,
            RetryAt = time.GetUtcNow() + delay,
        });
        await Pool.ReleaseAsync(_tenant, _session, unserved);
        ScheduleRetry(delay);
    }

    private void ScheduleRetry(TimeSpan delay)
    {
        _retry?.Dispose();
        _retry = this.RegisterGrainTimer(
            static (grain, _) => grain.ReconcileAsync(),
            this,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    private async Task RequeueAsync()
    {
        // Once more, for the case that a crash kept the first release from the pool.
        await Pool.ReleaseAsync(_tenant, _session, 0);
        await SaveAsync(State with { RetryAt = null, Details = Details! with { State = SessionState.Queued } });
        await EnqueueAsync();
    }

    private Task EnqueueAsync() => Pool.EnqueueAsync(
        new QueuedJob(_tenant, _session, Unserved(Details!), time.GetUtcNow()));

    /// <summary>Stores the end with its duties and without the lease, so that the end cannot be reported twice.</summary>
    private async Task EndAsync(SessionDetails ended, SessionDuties duties)
    {
        await SaveAsync(State with
        {
            Details = ended,
            SpentLease = State.Lease?.Id ?? State.SpentLease,
            Lease = null,
            RetryAt = null,
            Duties = duties,
        });
        await FinishAsync();
    }

    /// <summary>Does what an ended session owes.</summary>
    private async Task FinishAsync()
    {
        var session = Details!;
        if (State.Duties.HasFlag(SessionDuties.AddVersion) && session.Result is { } result)
        {
            // A voice that was deleted meanwhile takes no version; the session keeps its checkpoint. A version that is no better can be
            // listened to and chosen, but the voice does not change by itself.
            await GrainFactory.GetGrain<IVoiceGrain>(GrainKeys.Of(_tenant, session.Request.Voice))
                .AddVersionAsync(_session, result.Checkpoint, result.CheckpointSha256, State.BestValidationLoss, active: result.BetterThanZeroShot != false);
        }
        if (State.Duties.HasFlag(SessionDuties.RecordUsage) && session.DeviceSeconds > 0)
        {
            await GrainFactory.GetGrain<IQuotaGrain>(GrainKeys.Of(_tenant))
                .RecordTrainingAsync(new TrainingUsage(_session, session.Step, session.DeviceSeconds));
        }
        if (State.Duties.HasFlag(SessionDuties.ReleaseLease))
            await Pool.ReleaseAsync(_tenant, _session, Unserved(session));
        if (State.Duties != SessionDuties.None)
            await storage.SaveAsync(State with { Duties = SessionDuties.None, Lease = null });
        await this.StopRecoveryReminderAsync();
    }

    private SessionDetails Queued(TrainingRequest request) => new(
        _session, request, SessionState.Queued, null, 0, request.Settings.Steps, null, null, null, null, null, null,
        [], null, null, 0, 0, time.GetUtcNow(), null, null);

    private SessionDetails Ended(SessionDetails session, SessionState state) =>
        session with { State = state, EndedAt = time.GetUtcNow(), SecondsLeft = null, Device = null };

    /// <summary>The steps that a next worker would still have to run.</summary>
    private static int Unserved(SessionDetails session) =>
        session.State == SessionState.Completed ? 0 : Math.Max(0, session.TotalSteps - SessionProgress.ResumeStep(session));

    private TrainingWork Work(Lease lease) => new(
        _tenant,
        _session,
        lease,
        models.BaseModelFolder(State.BaseModel),
        State.DatasetFolder,
        models.SessionFolder(_tenant, _session),
        State.Language,
        Details!.Request.Settings);

    private async Task SaveAsync(TrainingSessionState next)
    {
        await storage.SaveAsync(next);
        await PublishChangedAsync();
    }

    private Task PublishChangedAsync() =>
        events.PublishAsync(_tenant, TenantEventKind.TrainingChanged, _session.Value, Details);

    [LoggerMessage(LogLevel.Warning, "Session {Session} was interrupted at step {Step}, {Count} times without progress: {Reason}")]
    private static partial void LogInterrupted(ILogger logger, SessionId session, int step, int count, string reason);
}
