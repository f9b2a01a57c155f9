using System.Collections.Concurrent;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Tests.Hosting;

/// <summary>Remembers what was started; the test plays the worker.</summary>
public sealed class ScriptedTrainingWorkers : ITrainingWorkers
{
    private readonly ConcurrentDictionary<SessionId, TaskCompletionSource<TrainingWork>> _started = [];

    /// <summary>Done when the session's worker was started.</summary>
    public Task<TrainingWork> StartOf(SessionId session) => Source(session).Task;

    public void Start(TrainingWork work) => Source(work.Session).TrySetResult(work);

    public bool IsRunning(LeaseId lease) => _started.Values.Any(s => s.Task.IsCompletedSuccessfully && s.Task.GetAwaiter().GetResult().Lease.Id == lease);

    public void Stop(LeaseId lease)
    {
        foreach (var (session, source) in _started)
        {
            if (source.Task.IsCompletedSuccessfully && source.Task.GetAwaiter().GetResult().Lease.Id == lease)
                _started.TryRemove(session, out _);
        }
    }

    private TaskCompletionSource<TrainingWork> Source(SessionId session) =>
        _started.GetOrAdd(session, _ => new TaskCompletionSource<TrainingWork>(TaskCreationOptions.RunContinuationsAsynchronously));
}
