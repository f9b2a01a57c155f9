using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Calls;

/// <summary>
/// One call on its way and its answer. It is answered exactly once, by whichever comes first: the grain, the
/// response time-out or the caller's cancellation. Whoever comes later changes nothing.
/// </summary>
internal sealed class GrainCall(GrainReference reference, MethodDescriptor method, object?[] arguments)
    : TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously), IInvokable
{
    private CancellationTokenSource? _grainCancellation;
    private CancellationTokenRegistration _callerCancellation;
    private ITimer? _timer;
    private TimeSpan _timeout;

    public GrainReference Reference { get; } = reference;

    public GrainId TargetId => Reference.GrainId;

    public MethodDescriptor Method { get; } = method;

    public object?[] Arguments { get; } = arguments;

    public IGrainContext? Source { get; init; }

    public Dictionary<string, object>? RequestContext { get; init; }

    public Guid ReentrancyId { get; init; }

    /// <summary>Set for calls that may run beside any other although their method does not say so.</summary>
    public bool Interleaves { get; init; }

    /// <summary>False for ticks that must not keep an activation from being idle.</summary>
    public bool CountsAsUse { get; init; } = true;

    /// <summary>The activation that runs the call, once one does.</summary>
    public Activation? RunningOn { get; set; }

    public bool IsAlwaysInterleave => Interleaves || Method.IsAlwaysInterleave;

    public bool IsAnswered => Task.IsCompleted;

    /// <summary>Starts the clock and the watch over the caller's token.</summary>
    public void Arm(TimeProvider time, TimeSpan timeout)
    {
        if (Method.CancellationIndex >= 0)
            ReplaceToken((CancellationToken)(Arguments[Method.CancellationIndex] ?? CancellationToken.None));

        if (timeout == Timeout.InfiniteTimeSpan)
            return;

        _timeout = timeout;
        using (Flow.Suppress())
            _timer = time.CreateTimer(static state => ((GrainCall)state!).TimeOut(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    public void Succeed(object? value)
    {
        if (TrySetResult(value))
            Disarm();
    }

    public void Fail(Exception exception)
    {
        if (TrySetException(exception))
            Disarm();
    }

    private void ReplaceToken(CancellationToken callers)
    {
        // The grain gets a token of its own: it also fires on a time-out, and its callbacks run in the grain's turns.
        _grainCancellation = new();
        Arguments[Method.CancellationIndex] = _grainCancellation.Token;
        if (callers.CanBeCanceled)
        {
            _callerCancellation = callers.UnsafeRegister(
                static (state, token) => ((GrainCall)state!).CancelByCaller(token), this);
        }
    }

    private void CancelByCaller(CancellationToken token)
    {
        if (!TrySetCanceled(token))
            return;

        Disarm();
        CancelGrainSide();
    }

    private void TimeOut()
    {
        if (!TrySetException(new TimeoutException(
            $"Response did not arrive on time in {_timeout} for message: {Method.InterfaceName}.{Method.Method.Name} to {TargetId}.")))
        {
            return;
        }

        Disarm();
        CancelGrainSide();
    }

    private void CancelGrainSide()
    {
        if (_grainCancellation is not { } source)
            return;

        if (RunningOn is { } activation)
            activation.Post(source.Cancel);
        else
            source.Cancel();
    }

    private void Disarm()
    {
        _timer?.Dispose();
        _callerCancellation.Unregister();
    }

    object? IInvokable.GetTarget() => RunningOn?.GrainInstance;

    int IInvokable.GetArgumentCount() => Arguments.Length;

    object? IInvokable.GetArgument(int index) => Arguments[index];

    void IInvokable.SetArgument(int index, object value) => Arguments[index] = value;

    string IInvokable.GetMethodName() => Method.Method.Name;

    string IInvokable.GetInterfaceName() => Method.InterfaceName;

    string IInvokable.GetActivityName() => $"{Method.InterfaceType.Name}/{Method.Method.Name}";

    MethodInfo IInvokable.GetMethod() => Method.Method;

    Type IInvokable.GetInterfaceType() => Method.InterfaceType;

    TimeSpan? IInvokable.GetDefaultResponseTimeout() => Method.ResponseTimeout;

    CancellationToken IInvokable.GetCancellationToken() => _grainCancellation?.Token ?? CancellationToken.None;

    void IDisposable.Dispose() { }
}
