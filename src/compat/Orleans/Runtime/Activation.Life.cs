using Orleans.Calls;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <summary>The way from activation to deactivation.</summary>
internal sealed partial class Activation
{
    private bool _ending;

    public void Activate() => Start(() => _ = ActivateAsync());

    /// <summary>Ends the activation once the calls that run now are done. Says so once; later reasons are ignored.</summary>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_status is ActivationStatus.Deactivating or ActivationStatus.Invalid)
                return;

            var activating = _status == ActivationStatus.Activating;
            _status = ActivationStatus.Deactivating;
            _reason = deactivationReason;
            if (!activating)
                EndIfIdle();
        }
    }

    public void DelayDeactivation(TimeSpan timeSpan)
    {
        lock (_gate)
        {
            _keepAliveUntil = timeSpan == TimeSpan.MaxValue || timeSpan == Timeout.InfiniteTimeSpan
                ? DateTimeOffset.MaxValue
                : timeSpan <= TimeSpan.Zero ? DateTimeOffset.MinValue : Host.Time.GetUtcNow() + timeSpan;
        }
    }

    /// <summary>Ends the activation if nothing has used it for that long.</summary>
    public bool DeactivateIfIdle(TimeSpan hostAge)
    {
        var age = Class.CollectionAge ?? hostAge;
        lock (_gate)
        {
            if (age == Timeout.InfiniteTimeSpan || _status != ActivationStatus.Valid || _running.Count > 0 || _waiting.Count > 0
                || _keepAliveUntil > Host.Time.GetUtcNow() || Host.Time.GetElapsedTime(_lastUse) < age)
            {
                return false;
            }

            Deactivate(new(DeactivationReasonCode.ActivationIdle, "Grain activation has been idle for too long."));
            return true;
        }
    }

    public void Add(GrainTimer timer)
    {
        lock (_gate)
            _timers.Add(timer);
    }

    public void Remove(GrainTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private async Task ActivateAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(Host.Collection.ActivationTimeout, Host.Time);
            GrainInstance = CreateInstance();
            foreach (var state in _states)
                await state.LoadAsync(timeout.Token);

            if (GrainInstance is IGrainBase grain)
                await grain.OnActivateAsync(timeout.Token);
        }
        catch (Exception exception)
        {
            await FailAsync(exception);
            return;
        }

        lock (_gate)
        {
            if (_status == ActivationStatus.Activating)
            {
                _status = ActivationStatus.Valid;
                StartWaiting();
            }
            else
            {
                EndIfIdle();
            }
        }
    }

    private object CreateInstance()
    {
        try
        {
            return Class.Create(ActivationServices, this);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"Failed to create an instance of grain type '{Class.Type}'. See {nameof(Exception.InnerException)} for details.", exception);
        }
    }

    private async Task FailAsync(Exception exception)
    {
        Host.LogActivationFailed(GrainId, exception);
        Forget(this);
        foreach (var call in Close())
            call.Fail(exception);

        await ReleaseAsync();
    }

    private void EndIfIdle()
    {
        if (_running.Count > 0 || _ending)
            return;

        _ending = true;
        Start(() => _ = EndAsync());
    }

    private async Task EndAsync()
    {
        StopTimers();
        try
        {
            if (_enumerations is not null)
                await _enumerations.DisposeAsync();
            if (GrainInstance is IGrainBase grain)
            {
                using var timeout = new CancellationTokenSource(Host.Collection.DeactivationTimeout, Host.Time);
                await grain.OnDeactivateAsync(_reason, timeout.Token);
            }
        }
        catch (Exception exception)
        {
            Host.LogDeactivationFailed(GrainId, exception);
        }

        // Out of the directory first: whoever then finds this activation closed gets a new one.
        Forget(this);
        var left = Close();
        await ReleaseAsync();
        foreach (var call in left)
            Host.Redispatch(call);
    }

    private List<GrainCall> Close()
    {
        lock (_gate)
        {
            _status = ActivationStatus.Invalid;
            var left = _waiting.ToList();
            _waiting.Clear();
            _waitingInterleavable = 0;
            return left;
        }
    }

    private void StopTimers()
    {
        GrainTimer[] timers;
        lock (_gate)
            timers = [.. _timers];

        foreach (var timer in timers)
            timer.Dispose();
    }

    private async Task ReleaseAsync()
    {
        StopTimers();
        try
        {
            if (GrainInstance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else
                (GrainInstance as IDisposable)?.Dispose();

            await _scope.DisposeAsync();
        }
        catch (Exception exception)
        {
            Host.LogDeactivationFailed(GrainId, exception);
        }

        _deactivated.TrySetResult();
    }
}
