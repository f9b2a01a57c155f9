using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Domain.Ports;

/// <summary>
/// Worker processes on this silo: one per running session. Start returns at once; reports and the end of the process
/// go to the session's grain with the lease they belong to.
/// </summary>
public interface ITrainingWorkers
{
    void Start(TrainingWork work);

    /// <summary>True while this silo has a living worker for the lease.</summary>
    bool IsRunning(LeaseId lease);

    /// <summary>Ends the lease's worker, if any; its end is reported like any other.</summary>
    void Stop(LeaseId lease);
}
