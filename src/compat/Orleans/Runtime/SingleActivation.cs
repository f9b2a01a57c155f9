using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>The directory entry of an ordinary grain. The activation is made by the first call, and only once.</summary>
internal sealed class SingleActivation(GrainHost host, GrainClass grainClass, GrainId id) : ICallTarget
{
    private readonly Lock _gate = new();
    private Activation? _activation;

    public bool TryEnqueue(GrainCall call)
    {
        lock (_gate)
        {
            if (_activation is null)
            {
                _activation = host.Activate(grainClass, id, _ => host.Forget(id, this), call);
                return true;
            }
        }

        return _activation.TryEnqueue(call);
    }
}
