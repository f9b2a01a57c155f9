using XttsSaas.Abstractions.Capacity;

namespace XttsSaas.Abstractions.Training;

/// <summary>
/// One training session (key: tenant/session). It queues itself at the pool, its worker process runs on the leased
/// device, and a worker that dies is replaced by one that goes on from the last checkpoint.
/// </summary>
[Alias("ITrainingSessionGrain")]
public interface ITrainingSessionGrain : IGrainWithStringKey
{
    Task<Result<SessionDetails>> CreateAsync(TrainingRequest request);

    /// <summary>The session, or null when there is none.</summary>
    Task<SessionDetails?> GetAsync();

    Task<Result<SessionDetails>> CancelAsync();

    /// <summary>From the pool: the device is yours, start.</summary>
    Task StartAsync(Lease lease);

    /// <summary>From the worker's host. A report with a lease that is not the current one is ignored.</summary>
    Task ReportAsync(WorkerReport report);

    /// <summary>From the worker's host: the process ended.</summary>
    Task WorkerExitedAsync(WorkerExit exit);

    /// <summary>After a restart: an unfinished session without a living worker becomes Interrupted and queues again.</summary>
    Task RecoverAsync();

    Task<Result> DeleteAsync();
}
