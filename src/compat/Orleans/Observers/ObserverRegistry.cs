using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace Orleans.Observers;

/// <summary>The objects outside the grains that grains may call.</summary>
internal sealed class ObserverRegistry
{
    private static readonly GrainType ObserverType = GrainType.Create("sys.client.observer");

    private readonly ConcurrentDictionary<GrainId, ObserverTarget> _targets = new();

    public static bool IsObserver(GrainId id) => id.Type == ObserverType;

    public GrainId Add(IGrainObserver observer)
    {
        var id = GrainId.Create(ObserverType, Guid.NewGuid().ToString("N"));
        _targets[id] = new(observer);
        return id;
    }

    public void Remove(GrainId id) => _targets.TryRemove(id, out _);

    public bool TryGet(GrainId id, [NotNullWhen(true)] out ObserverTarget? target)
    {
        target = null;
        return IsObserver(id) && _targets.TryGetValue(id, out target);
    }
}
