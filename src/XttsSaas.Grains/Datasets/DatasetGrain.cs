using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Tenants;
using XttsSaas.Domain.Datasets;
using XttsSaas.Domain.Languages;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Grains.Datasets;

/// <inheritdoc cref="IDatasetGrain"/>
/// <remarks>
/// A step is stored as running before it is started, so a silo that dies leaves a dataset that says which step to
/// start again. The reminder does that; starting a run that still lives changes nothing.
/// </remarks>
public sealed class DatasetGrain(
    [PersistentState(GrainStateNames.Dataset, GrainStateNames.Storage)] IPersistentState<DatasetGrainState> storage,
    IDatasetSteps steps,
    ISegmentStore segments,
    DatasetFiles files,
    EventPublisher events,
    TimeProvider time) : Grain, IDatasetGrain, IRemindable
{
    private TenantId _tenant;
    private DatasetId _dataset;

    private DatasetDetails? Details => storage.State.Details;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, child) = GrainKeys.Split(this.GetPrimaryKeyString());
        (_tenant, _dataset) = (tenant, DatasetId.Parse(child, null));
        return Task.CompletedTask;
    }

    public async Task<Result<DatasetDetails>> CreateAsync(DatasetDraft draft)
    {
        if (Details is not null)
            return new Error(ErrorCode.Conflict, "The dataset exists already.");
        var faults = new Faults();
        DisplayName.Check(faults, draft.Name, "name");
        if (faults.ToResult().Error is { } fault)
            return fault;
        if (SpokenLanguages.Check(draft.Language).Error is { } language)
            return language;
        return await SaveAsync(new DatasetDetails(
            _dataset, draft.Name, draft.Language, DatasetState.Collecting, null, null, [], new SegmentationOptions(), 0, 0, 0, [], time.GetUtcNow()));
    }

    public Task<DatasetDetails?> GetAsync() => Task.FromResult(Details);

    public async Task<Result<DatasetDetails>> AddSourceAsync(SourceDraft source)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        if (Details!.Sources.Any(s => s.Id == source.Id))
            return Details;
        if (Details.Sources.Any(s => s.FileName == source.FileName))
            return new Error(ErrorCode.Conflict, "The dataset already has a recording of that file name; remove it or rename the file.", "file");
        var plan = await PlanAsync();
        if (Details.Sources.Count >= plan.MaxSources)
            return new Error(ErrorCode.QuotaExceeded, $"Plan {plan.Name} allows {plan.MaxSources} recordings in a dataset.");
        if (source.Bytes > plan.MaxSourceBytes)
            return new Error(ErrorCode.FileTooLarge, $"The recording has {source.Bytes} bytes; plan {plan.Name} allows {plan.MaxSourceBytes}.", "file");
        return await SaveAsync(Details with { Sources = Details.Sources.Append(source).ToArray(), State = DatasetState.Collecting, Failure = null });
    }

    public async Task<Result<DatasetDetails>> RemoveSourceAsync(SourceId source)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        if (Details!.Sources.FirstOrDefault(s => s.Id == source) is not { } removed)
            return Error.NotFound("recording");
        await files.RemoveSourceAsync(_tenant, _dataset, removed);
        return await SaveCountedAsync(Details with { Sources = Details.Sources.Where(s => s.Id != source).ToArray(), Failure = null });
    }

    public async Task<Result<DatasetDetails>> AttachTranscriptsAsync(IReadOnlyDictionary<string, string> textByFileName)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        if (SourceTranscripts.Check(Details!.Sources, textByFileName).Error is { } transcriptFault)
            return transcriptFault;
        var (sources, changed) = SourceTranscripts.Attach(Details.Sources, textByFileName);
        // Their clips carry the old text: they are cut anew with the next processing.
        await files.RemoveSegmentsAsync(_tenant, _dataset, changed);
        return await SaveCountedAsync(Details with { Sources = sources, Failure = null });
    }

    public async Task<Result<DatasetDetails>> StartProcessingAsync(SegmentationOptions options)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        if (SegmentationOptionsValidator.Validate(options).ToResult().Error is { } optionFault)
            return optionFault;
        if (Details!.Sources.Count == 0)
            return new Error(ErrorCode.DatasetEmpty, "The dataset has no recordings; add at least one.");
        if (options != Details.Segmentation)
            await files.RemoveSegmentsAsync(_tenant, _dataset, null);
        return await StartStepAsync(storage.State with
        {
            Details = Details with { State = DatasetState.Processing, Segmentation = options, Failure = null, Progress = new JobProgress("Waiting", 0, Details.Sources.Count, null) },
        });
    }

    public async Task<Result<DatasetDetails>> StartBuildAsync(int seed)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        var totals = await segments.CountAsync(_tenant, _dataset, CancellationToken.None);
        if (totals.Accepted < 2)
            return new Error(ErrorCode.DatasetEmpty, $"A build needs at least 2 accepted segments, one to train and one to validate; there are {totals.Accepted}.");
        return await StartStepAsync(storage.State with
        {
            BuildNumber = Details!.Builds.Select(b => b.Number).DefaultIfEmpty().Max() + 1,
            BuildSeed = seed,
            Details = Details with { State = DatasetState.Building, Failure = null, Progress = new JobProgress("Waiting", 0, totals.Accepted, null) },
        });
    }

    public async Task<Result<DatasetDetails>> CancelAsync()
    {
        if (Details is not { } dataset)
            return Error.NotFound("dataset");
        if (!DatasetStateMachine.IsBusy(dataset.State))
            return dataset;
        var cancelled = await EndStepAsync(dataset with { Failure = null });
        steps.Cancel(_tenant, _dataset);
        return cancelled;
    }

    public async Task<Result<Segment>> EditSegmentAsync(SegmentId segment, SegmentEdit edit)
    {
        if (CheckIdle().Error is { } fault)
            return fault;
        if (await segments.FindAsync(_tenant, _dataset, segment, CancellationToken.None) is not { } found)
            return Error.NotFound("segment");
        var edited = SegmentEdits.Apply(found, edit);
        if (!edited.Succeeded)
            return edited.Error;
        await segments.SaveAsync(_tenant, _dataset, new[] { edited.Value }, CancellationToken.None);
        await SaveCountedAsync(Details!);
        return edited;
    }

    public async Task ReportProgressAsync(int run, JobProgress progress)
    {
        if (!IsCurrent(run))
            return;
        // Progress is a hint and is not stored: the segments are.
        storage.State = storage.State with { Details = Details! with { Progress = progress } };
        await events.PublishAsync(_tenant, TenantEventKind.DatasetProgress, _dataset.Value, Details);
    }

    public async Task CompleteProcessingAsync(int run, SegmentTotals totals)
    {
        if (IsCurrent(run) && Details!.State == DatasetState.Processing)
            await EndStepAsync(Details);
    }

    public async Task CompleteBuildAsync(int run, DatasetBuild build)
    {
        if (IsCurrent(run) && Details!.State == DatasetState.Building)
            await EndStepAsync(Details with { Builds = Details.Builds.Append(build).ToArray() });
    }

    public async Task FailAsync(int run, Error error)
    {
        if (IsCurrent(run))
            await EndStepAsync(Details! with { Failure = error });
    }

    public async Task RecoverAsync()
    {
        if (Details is { } dataset && DatasetStateMachine.IsBusy(dataset.State))
            RunStep();
        else
            await this.StopRecoveryReminderAsync();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => RecoverAsync();

    public async Task<Result> DeleteAsync()
    {
        if (Details is not { } dataset)
            return Error.NotFound("dataset");
        steps.Cancel(_tenant, _dataset);
        await files.RemoveAllAsync(_tenant, dataset);
        await storage.RemoveAsync();
        await this.StopRecoveryReminderAsync();
        await events.PublishAsync(_tenant, TenantEventKind.DatasetChanged, _dataset.Value, new RemovedSubject(_dataset.Value));
        return Result.Success;
    }

    private Result CheckIdle() => Details is { } dataset ? DatasetStateMachine.CheckIdle(dataset.State) : Error.NotFound("dataset");

    private bool IsCurrent(int run) =>
        Details is { } dataset && run == storage.State.Run && DatasetStateMachine.IsBusy(dataset.State);

    private async Task<Plan> PlanAsync()
    {
        var profile = await GrainFactory.GetGrain<ITenantGrain>(GrainKeys.Of(_tenant)).GetAsync();
        return PlanCatalogue.OfTenant(profile);
    }

    private async Task<Result<DatasetDetails>> StartStepAsync(DatasetGrainState next)
    {
        await this.StartRecoveryReminderAsync();
        await storage.SaveAsync(next with { Run = next.Run + 1 });
        RunStep();
        await PublishChangedAsync();
        return Details!;
    }

    private void RunStep()
    {
        var dataset = Details!;
        var work = new DatasetWork(_tenant, _dataset, storage.State.Run, dataset.Language);
        if (dataset.State == DatasetState.Processing)
            steps.StartProcessing(work, dataset.Sources, dataset.Segmentation);
        else
            steps.StartBuild(work, storage.State.BuildNumber, storage.State.BuildSeed);
    }

    private async Task<DatasetDetails> EndStepAsync(DatasetDetails dataset)
    {
        var ended = await SaveCountedAsync(dataset with { Progress = null });
        await this.StopRecoveryReminderAsync();
        return ended;
    }

    /// <summary>Stores an idle dataset with its segments counted anew, in the state that follows from them.</summary>
    private async Task<DatasetDetails> SaveCountedAsync(DatasetDetails dataset)
    {
        var totals = await segments.CountAsync(_tenant, _dataset, CancellationToken.None);
        return await SaveAsync(dataset with
        {
            State = dataset.Failure is null ? DatasetStateMachine.Idle(totals.Segments, dataset.Builds.Count) : DatasetState.Failed,
            Segments = totals.Segments,
            AcceptedSegments = totals.Accepted,
            AcceptedSeconds = totals.AcceptedSeconds,
        });
    }

    private async Task<DatasetDetails> SaveAsync(DatasetDetails dataset)
    {
        await storage.SaveAsync(storage.State with { Details = dataset });
        await PublishChangedAsync();
        return dataset;
    }

    private Task PublishChangedAsync() =>
        events.PublishAsync(_tenant, TenantEventKind.DatasetChanged, _dataset.Value, Details);
}
