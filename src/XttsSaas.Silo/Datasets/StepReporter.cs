using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Silo.Datasets;

/// <summary>Tells a dataset's grain how its step goes. A cancelled step says nothing more.</summary>
internal sealed partial class StepReporter(IGrainFactory grains, TimeProvider time, ILogger<StepReporter> logger)
{
    private const int Attempts = 8;

    /// <summary>Progress is a hint: one that cannot be delivered is dropped.</summary>
    public async Task ProgressAsync(DatasetWork work, JobProgress progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await Grain(work).ReportProgressAsync(work.Run, progress);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDelivered(work.Dataset, exception);
        }
    }

    public Task CompleteProcessingAsync(DatasetWork work, SegmentTotals totals, CancellationToken cancellationToken) =>
        DeliverAsync(work, grain => grain.CompleteProcessingAsync(work.Run, totals), cancellationToken);

    public Task CompleteBuildAsync(DatasetWork work, DatasetBuild build, CancellationToken cancellationToken) =>
        DeliverAsync(work, grain => grain.CompleteBuildAsync(work.Run, build), cancellationToken);

    /// <summary>Never throws: what cannot be told now is found out by the dataset's reminder.</summary>
    public async Task FailAsync(DatasetWork work, Error error, CancellationToken cancellationToken)
    {
        try
        {
            await DeliverAsync(work, grain => grain.FailAsync(work.Run, error), cancellationToken);
        }
        catch (Exception exception)
        {
            LogNotDelivered(work.Dataset, exception);
        }
    }

    private async Task DeliverAsync(DatasetWork work, Func<IDatasetGrain, Task> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await call(Grain(work));
                return;
            }
            catch (Exception exception) when (attempt < Attempts && exception is not OperationCanceledException)
            {
                LogNotDelivered(work.Dataset, exception);
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt - 1)), time, cancellationToken);
            }
        }
    }

    private IDatasetGrain Grain(DatasetWork work) => grains.GetGrain<IDatasetGrain>(GrainKeys.Of(work.Tenant, work.Dataset));

    [LoggerMessage(LogLevel.Warning, "Dataset {Dataset}: a report could not be delivered")]
    private partial void LogNotDelivered(DatasetId dataset, Exception exception);
}
