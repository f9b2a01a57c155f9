using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Silo.Datasets;

/// <summary>
/// The running steps of this silo: at most one per dataset, a bounded number in all. A run that follows a cancelled one
/// waits for that to be gone, so that two never write the same files.
/// </summary>
internal sealed partial class DatasetSteps(
    ProcessingStep processing, BuildStep build, StepReporter reporter, IOptions<DatasetOptions> options, ILogger<DatasetSteps> logger)
    : IDatasetSteps, IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(TenantId, DatasetId), RunningStep> _running = [];
    private readonly SemaphoreSlim _slots = new(options.Value.Parallel);

    public void StartProcessing(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions segmentation) =>
        Start(work, token => processing.RunAsync(work, sources, segmentation, token));

    public void StartBuild(DatasetWork work, int number, int seed) =>
        Start(work, token => build.RunAsync(work, number, seed, token));

    public void Cancel(TenantId tenant, DatasetId dataset)
    {
        lock (_gate)
        {
            if (_running.TryGetValue((tenant, dataset), out var step))
                step.Cancellation.Cancel();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] steps;
        lock (_gate)
        {
            foreach (var step in _running.Values)
                step.Cancellation.Cancel();
            steps = _running.Values.Select(s => s.Ended).ToArray();
        }
        return Task.WhenAll(steps).WaitAsync(cancellationToken);
    }

    public void Dispose() => _slots.Dispose();

    private void Start(DatasetWork work, Func<CancellationToken, Task> step)
    {
        var key = (work.Tenant, work.Dataset);
        lock (_gate)
        {
            var earlier = _running.GetValueOrDefault(key);
            if (earlier?.Run == work.Run)
                return;
            earlier?.Cancellation.Cancel();
            var cancellation = new CancellationTokenSource();
            var previous = earlier?.Ended ?? Task.CompletedTask;
            var running = new RunningStep(work.Run, cancellation, new TaskCompletionSource());
            _running[key] = running;
            _ = Task.Run(() => RunAsync(work, key, running, previous, step));
        }
    }

    private async Task RunAsync(
        DatasetWork work, (TenantId, DatasetId) key, RunningStep running, Task previous, Func<CancellationToken, Task> step)
    {
        var token = running.Cancellation.Token;
        try
        {
            await previous;
            await _slots.WaitAsync(token);
            try
            {
                await step(token);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            LogCancelled(work.Dataset, work.Run);
        }
        catch (Exception exception)
        {
            LogFailed(work.Dataset, work.Run, exception);
            await reporter.FailAsync(work, StepErrors.Describe(exception), token);
        }
        finally
        {
            lock (_gate)
            {
                if (_running.GetValueOrDefault(key) == running)
                    _running.Remove(key);
            }
            running.End.SetResult();
            running.Cancellation.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Information, "Dataset {Dataset}: run {Run} was cancelled")]
    private partial void LogCancelled(DatasetId dataset, int run);

    [LoggerMessage(LogLevel.Error, "Dataset {Dataset}: run {Run} failed")]
    private partial void LogFailed(DatasetId dataset, int run, Exception exception);

    private sealed record RunningStep(int Run, CancellationTokenSource Cancellation, TaskCompletionSource End)
    {
        public Task Ended => End.Task;
    }
}
