using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Calls;
using Orleans.Configuration;
using Orleans.Observers;

namespace Orleans.Runtime;

/// <summary>
/// The embedded grain host: one process, no sockets, the programming model of Orleans.
/// <para>
/// A call: proxy → <see cref="CallSender"/> (filters, copies, clock) → <see cref="Dispatch"/> (find or make the
/// activation) → <see cref="Activation"/> (queue, turn, method) → copy of the result → caller.
/// </para>
/// <para>Invariants:</para>
/// <list type="number">
/// <item>At most one activation per grain id is in the directory, except for stateless workers, which have a pool.
/// An activation leaves the directory before it stops accepting calls, and only then does the next one begin: the
/// storage never has two writers of this process.</item>
/// <item>An accepted call is answered: by the grain, by the failure of its activation, by its time-out, by its
/// caller's cancellation or by the end of the host. A deadlock therefore ends as a TimeoutException.</item>
/// <item>Code of an activation runs on its scheduler only, one piece at a time.</item>
/// <item>Nothing mutable is shared between a caller and a grain; ambient values other than the request context do
/// not cross.</item>
/// <item>Every clock in here is the <see cref="TimeProvider"/> of the container.</item>
/// </list>
/// </summary>
internal sealed partial class GrainHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<GrainId, ICallTarget> _directory = new();
    private readonly ConcurrentDictionary<Activation, byte> _activations = new();
    private readonly GrainClasses _classes;
    private readonly IOptions<SiloMessagingOptions> _messaging;
    private readonly ILogger<GrainHost> _logger;
    private ITimer? _collector;
    private volatile HostStatus _status = HostStatus.Created;

    public GrainHost(
        IServiceProvider services,
        TimeProvider time,
        GrainClasses classes,
        ILocalSiloDetails siloDetails,
        IEnumerable<IIncomingGrainCallFilter> incomingFilters,
        IEnumerable<IOutgoingGrainCallFilter> outgoingFilters,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        ILoggerFactory loggers)
    {
        Services = services;
        Time = time;
        SiloDetails = siloDetails;
        IncomingFilters = [.. incomingFilters];
        Collection = collection.Value;
        Sender = new(time, () => ResponseTimeout, [.. outgoingFilters], loggers.CreateLogger<CallSender>()) { Dispatch = Dispatch };
        GrainFactory = new GrainFactory(this, classes);
        _classes = classes;
        _messaging = messaging;
        _logger = loggers.CreateLogger<GrainHost>();
    }

    public IServiceProvider Services { get; }

    public TimeProvider Time { get; }

    public ILocalSiloDetails SiloDetails { get; }

    public IIncomingGrainCallFilter[] IncomingFilters { get; }

    public GrainCollectionOptions Collection { get; }

    public CallSender Sender { get; }

    public GrainFactory GrainFactory { get; }

    public TimeSpan ResponseTimeout => _messaging.Value.ResponseTimeout;

    public ObserverRegistry Observers { get; } = new();

    public void Start()
    {
        _status = HostStatus.Running;
        using (Flow.Suppress())
            _collector = Time.CreateTimer(_ => CollectIdle(), null, Collection.CollectionQuantum, Collection.CollectionQuantum);
    }

    /// <summary>Deactivates everything. Grains may still call each other while they say goodbye.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_status != HostStatus.Running)
            return;

        _collector?.Dispose();
        _status = HostStatus.Stopping;
        while (!_activations.IsEmpty)
        {
            var activations = _activations.Keys.ToArray();
            foreach (var activation in activations)
                activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The silo is shutting down."), cancellation);

            await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
                break;
        }

        _status = HostStatus.Stopped;
    }

    public async ValueTask DisposeAsync() => await StopAsync(new CancellationToken(canceled: true));

    /// <summary>Finds or makes the target of a call and hands the call over.</summary>
    public void Dispatch(GrainCall call)
    {
        if (Observers.TryGet(call.TargetId, out var observer))
        {
            observer.Enqueue(call);
            return;
        }

        if (ObserverRegistry.IsObserver(call.TargetId))
            throw new ClientNotAvailableException($"The observer {call.TargetId} is no longer registered.");
        if (_status is HostStatus.Created or HostStatus.Stopped)
            throw new SiloUnavailableException($"The silo is not running; the call to {call.TargetId} was refused.");

        while (!Target(call).TryEnqueue(call))
        {
            // The activation ended between the look-up and the call; it is out of the directory already.
        }
    }

    /// <summary>Gives a call that its activation no longer takes to the next one.</summary>
    public void Redispatch(GrainCall call)
    {
        if (_status == HostStatus.Running)
            Sender.Submit(call);
        else
            call.Fail(new SiloUnavailableException($"The silo is shutting down; the call to {call.TargetId} was not started."));
    }

    /// <summary>Makes an activation for a call and starts it. The call waits there first, so that it gets the exception of an activation that fails at once.</summary>
    public Activation Activate(GrainClass grainClass, GrainId id, Action<Activation> forget, GrainCall first)
    {
        var activation = new Activation(this, grainClass, id, ended =>
        {
            forget(ended);
            _activations.TryRemove(ended, out _);
        });
        _activations[activation] = 0;
        activation.TryEnqueue(first);
        activation.Activate();
        return activation;
    }

    /// <summary>Takes an entry out of the directory, unless another has taken its place.</summary>
    public void Forget(GrainId id, ICallTarget target) => _directory.TryRemove(new(id, target));

    private ICallTarget Target(GrainCall call)
    {
        if (_directory.TryGetValue(call.TargetId, out var known))
            return known;

        // The lazy entry keeps two first calls from making two activations.
        var grainClass = _classes.Get(call.TargetId.Type);
        return _directory.GetOrAdd(call.TargetId, static (id, state) => state.grainClass.StatelessWorker is { } pool
            ? new WorkerPool(state.host, state.grainClass, id, pool)
            : new SingleActivation(state.host, state.grainClass, id), (host: this, grainClass));
    }

    private void CollectIdle()
    {
        foreach (var activation in _activations.Keys)
            activation.DeactivateIfIdle(Collection.CollectionAge);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Activation of {GrainId} failed")]
    public partial void LogActivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Deactivation of {GrainId} failed")]
    public partial void LogDeactivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A timer of {GrainId} failed")]
    public partial void LogTimerFailed(GrainId grainId, Exception exception);

    private enum HostStatus
    {
        Created,
        Running,
        Stopping,
        Stopped,
    }
}
