using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Training;

/// <summary>The worker processes of this silo.</summary>
/// <remarks>
/// A lease counts as running until its end was delivered to the session, not merely until the process is gone: were it
/// shorter, the session's reminder could take a finished worker for a lost one. When the silo stops it ends its workers
/// without a report; the sessions find out after the restart and resume.
/// </remarks>
public sealed partial class TrainingWorkers(
    WorkerCommand command,
    JobWriter jobs,
    IModelStore models,
    IGrainFactory grains,
    IOptions<TrainingOptions> options,
    TimeProvider time,
    ILogger<TrainingWorkers> logger) : ITrainingWorkers, IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<LeaseId, RunningWorker> _workers = new();
    private readonly CancellationTokenSource _stopping = new();

    public void Start(TrainingWork work)
    {
        var worker = new RunningWorker(work, command, jobs, models, grains, options.Value.ReportInterval, time, logger, _stopping.Token);
        if (_workers.TryAdd(work.Lease.Id, worker))
            _ = RunAsync(work.Lease.Id, worker);
    }

    public bool IsRunning(LeaseId lease) => _workers.ContainsKey(lease);

    public void Stop(LeaseId lease)
    {
        if (_workers.TryGetValue(lease, out var worker))
            worker.Kill();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping.Cancel();
        foreach (var worker in _workers.Values)
            worker.Kill();
        return Task.CompletedTask;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(LeaseId lease, RunningWorker worker)
    {
        // A thread of its own pool: Start is called on a grain's scheduler, which must be free at once.
        try
        {
            await Task.Run(worker.RunAsync);
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(lease);
        }
        catch (Exception exception)
        {
            LogLost(lease, exception);
        }
        finally
        {
            _workers.TryRemove(lease, out _);
        }
    }

    [LoggerMessage(LogLevel.Information, "The worker of lease {Lease} was ended with this silo; its session resumes later")]
    private partial void LogAbandoned(LeaseId lease);

    [LoggerMessage(LogLevel.Error, "The end of the worker of lease {Lease} could not be delivered; its session recovers by itself")]
    private partial void LogLost(LeaseId lease, Exception exception);
}
