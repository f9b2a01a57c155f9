using Orleans.Calls;
using Orleans.Concurrency;

namespace Orleans.Runtime;

/// <summary>The directory entry of a stateless worker: an idle activation if there is one, else a new one up to the limit.</summary>
internal sealed class WorkerPool(GrainHost host, GrainClass grainClass, GrainId id, StatelessWorkerAttribute attribute) : ICallTarget
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _workers = [];

    public bool TryEnqueue(GrainCall call)
    {
        lock (_gate)
        {
            var worker = _workers.MinBy(candidate => candidate.Load);
            if (worker is null || (worker.Load > 0 && _workers.Count < attribute.MaxLocalWorkers))
            {
                _workers.Add(host.Activate(grainClass, id, Remove, call));
                return true;
            }

            return worker.TryEnqueue(call);
        }
    }

    private void Remove(Activation worker)
    {
        lock (_gate)
            _workers.Remove(worker);
    }
}
