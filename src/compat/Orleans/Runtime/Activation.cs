using Microsoft.Extensions.DependencyInjection;
using Orleans.Calls;
using Orleans.Enumeration;
using Orleans.Storage;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <summary>
/// One activation: its life, its queue and its turns.
/// <para>
/// Life: Activating → Valid → Deactivating → Invalid. Calls are accepted in every state but the last. Only a Valid
/// activation starts them; what is still waiting when it ends goes to its successor, and what waits for an activation
/// that fails gets its exception.
/// </para>
/// <para>
/// Turns: <c>_waiting</c> holds calls not started, <c>_running</c> those started and not answered. A call starts
/// when <see cref="MayStart"/> allows it beside those that run; the scheduler then interleaves them at awaits only.
/// All fields below the gate are read and written under it; only a class's interleaving
/// predicate is called while it is held.
/// </para>
/// </summary>
internal sealed partial class Activation : IGrainContext
{
    private readonly Lock _gate = new();
    private readonly LinkedList<GrainCall> _waiting = [];
    private readonly List<GrainCall> _running = [];
    private readonly List<IActivationState> _states = [];
    private readonly Dictionary<Guid, int> _reentrantSections = [];
    private readonly HashSet<GrainTimer> _timers = [];
    private readonly Dictionary<Type, object> _components = [];
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActivationScheduler _scheduler;
    private readonly AsyncServiceScope _scope;
    private ActivationStatus _status = ActivationStatus.Activating;
    private DeactivationReason _reason;
    private AsyncEnumerableGrainExtension? _enumerations;
    private GrainReference? _reference;
    private long _lastUse;
    private DateTimeOffset _keepAliveUntil = DateTimeOffset.MinValue;

    public Activation(GrainHost host, GrainClass grainClass, GrainId grainId, Action<Activation> forget)
    {
        Host = host;
        Class = grainClass;
        GrainId = grainId;
        Forget = forget;
        _scheduler = new(this);
        _scope = host.Services.CreateAsyncScope();
        _lastUse = host.Time.GetTimestamp();
    }

    public GrainHost Host { get; }

    public GrainClass Class { get; }

    public GrainId GrainId { get; }

    public ActivationId ActivationId { get; } = ActivationId.NewId();

    public object? GrainInstance { get; private set; }

    public IServiceProvider ActivationServices => _scope.ServiceProvider;

    public Task Deactivated => _deactivated.Task;

    /// <summary>The reference of the grain itself; it has no interface of its own and is cast when used.</summary>
    public GrainReference GrainReference => _reference ??= GrainReference.Create(Host.Sender, GrainId, typeof(IGrain));

    public AsyncEnumerableGrainExtension Enumerations => _enumerations ??= new(this);

    /// <summary>Takes the activation out of the directory; later calls then meet another one.</summary>
    private Action<Activation> Forget { get; }

    /// <summary>The calls that wait or run; decides which worker of a pool gets the next one.</summary>
    public int Load
    {
        get
        {
            lock (_gate)
                return _waiting.Count + _running.Count;
        }
    }

    public TTarget? GetTarget<TTarget>() where TTarget : class => GrainInstance as TTarget;

    public TComponent? GetComponent<TComponent>() where TComponent : class
    {
        lock (_gate)
            return _components.GetValueOrDefault(typeof(TComponent)) as TComponent ?? GrainInstance as TComponent;
    }

    public void SetComponent<TComponent>(TComponent? value) where TComponent : class
    {
        lock (_gate)
        {
            if (value is null)
                _components.Remove(typeof(TComponent));
            else
                _components[typeof(TComponent)] = value;
        }
    }

    public void AddState(IActivationState state) => _states.Add(state);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => ActivationId.GetHashCode();

    public override string ToString() => $"[Activation: {GrainId}{ActivationId} {_status}]";

    /// <summary>Runs an action in a turn of its own, beside the calls.</summary>
    public void Post(Action action) => Start(action);

    private void Start(Action action)
    {
        using (Flow.Suppress())
            new Task(action).Start(_scheduler);
    }
}

internal enum ActivationStatus
{
    Activating,
    Valid,
    Deactivating,
    Invalid,
}
