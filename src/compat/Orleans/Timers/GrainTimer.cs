using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>
/// A timer of one activation. A tick is a call like any other, so it takes its turn; the next tick is due one period
/// after the last one ended. A tick that fails is logged and the timer goes on.
/// </summary>
internal abstract class GrainTimer : IGrainTimer, IGrainTimerInvoker
{
    private static readonly MethodDescriptor Tick =
        MethodDescriptor.For(typeof(IGrainTimerInvoker).GetMethod(nameof(IGrainTimerInvoker.InvokeCallbackAsync))!);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Activation _activation;
    private readonly bool _interleave;
    private readonly bool _keepAlive;
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;
    private bool _disposed;

    protected GrainTimer(Activation activation, GrainTimerCreationOptions options)
    {
        Validate(options.DueTime, options.Period);
        _activation = activation;
        _interleave = options.Interleave;
        _keepAlive = options.KeepAlive;
        _period = options.Period;
        using (Flow.Suppress())
        {
            _timer = activation.Host.Time.CreateTimer(
                static state => ((GrainTimer)state!).Enqueue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        activation.Add(this);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, period);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _period = period;
            _changed = _ticking;
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;

            _disposed = true;
            _timer.Dispose();
        }

        _cancellation.Cancel();
        _activation.Remove(this);
    }

    async Task IGrainTimerInvoker.InvokeCallbackAsync(IGrainTimerInvoker timer, CancellationToken cancellationToken)
    {
        try
        {
            await RunCallback(_cancellation.Token);
        }
        catch (Exception exception)
        {
            _activation.Host.LogTimerFailed(_activation.GrainId, exception);
        }
    }

    protected abstract Task RunCallback(CancellationToken cancellation);

    private static void Validate(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
    }

    private void Enqueue()
    {
        lock (_gate)
        {
            if (_disposed || _ticking)
                return;

            _ticking = true;
            _changed = false;
        }

        var call = new GrainCall(_activation.GrainReference, Tick, [this, CancellationToken.None])
        {
            Source = _activation,
            Interleaves = _interleave,
            CountsAsUse = _keepAlive,
        };
        call.Task.ContinueWith(
            static (_, state) => ((GrainTimer)state!).Reschedule(), this,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (!_activation.TryEnqueue(call))
            Dispose();
    }

    private void Reschedule()
    {
        lock (_gate)
        {
            _ticking = false;
            if (!_disposed && !_changed && _period != Timeout.InfiniteTimeSpan)
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }
    }
}

/// <summary>A timer with its callback and state.</summary>
internal sealed class GrainTimer<TState>(
    Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    : GrainTimer(activation, options)
{
    protected override Task RunCallback(CancellationToken cancellation) => callback(state, cancellation);
}
