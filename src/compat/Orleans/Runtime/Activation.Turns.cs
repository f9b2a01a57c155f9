using Orleans.Calls;
using Orleans.Filters;
using Orleans.Isolation;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>The queue and the turns.</summary>
internal sealed partial class Activation
{
    /// <summary>How many waiting calls could start beside another one; while none can, a busy activation need not look.</summary>
    private int _waitingInterleavable;

    /// <summary>Takes a call, unless the activation has ended.</summary>
    public bool TryEnqueue(GrainCall call)
    {
        lock (_gate)
        {
            if (_status == ActivationStatus.Invalid)
                return false;

            if (call.CountsAsUse)
                _lastUse = Host.Time.GetTimestamp();
            _waiting.AddLast(call);
            if (CouldInterleave(call))
                _waitingInterleavable++;
            StartWaiting();
        }

        return true;
    }

    public void EnterReentrantSection(Guid id)
    {
        lock (_gate)
            _reentrantSections[id] = _reentrantSections.GetValueOrDefault(id) + 1;
    }

    public void ExitReentrantSection(Guid id)
    {
        lock (_gate)
        {
            if (_reentrantSections.GetValueOrDefault(id) <= 1)
                _reentrantSections.Remove(id);
            else
                _reentrantSections[id]--;
        }
    }

    private void StartWaiting()
    {
        if (_status != ActivationStatus.Valid)
            return;

        for (var node = _waiting.First; node is not null;)
        {
            if (_running.Count > 0 && _waitingInterleavable == 0)
                return;

            var next = node.Next;
            if (MayStart(node.Value))
            {
                _waiting.Remove(node);
                if (CouldInterleave(node.Value))
                    _waitingInterleavable--;
                _running.Add(node.Value);
                node.Value.RunningOn = this;
                StartTurn(node.Value);
            }

            node = next;
        }
    }

    private bool CouldInterleave(GrainCall call) => Class.IsReentrant || Class.MayInterleave is not null
        || call.IsAlwaysInterleave || call.Method.IsReadOnly || call.ReentrancyId != Guid.Empty;

    private bool MayStart(GrainCall call)
    {
        if (_running.Count == 0 || Class.IsReentrant || call.IsAlwaysInterleave)
            return true;
        if (call.Method.IsReadOnly && _running.TrueForAll(static running => running.Method.IsReadOnly))
            return true;
        if (_reentrantSections.Count > 0 && call.ReentrancyId != Guid.Empty && _reentrantSections.ContainsKey(call.ReentrancyId))
            return true;

        return Class.MayInterleave?.Invoke(call) == true;
    }

    private void StartTurn(GrainCall call)
    {
        using (Flow.Suppress())
            new Task(static state => _ = ((GrainCall)state!).RunningOn!.RunTurn((GrainCall)state), call).Start(_scheduler);
    }

    private async Task RunTurn(GrainCall call)
    {
        try
        {
            // A call whose caller has given up is dropped, as its answer would be.
            if (!call.IsAnswered)
            {
                RequestContext.Import(call.RequestContext);
                var result = await Invoke(call);
                call.Succeed(call.Method.CopiesResult ? DeepCopier.Copy(result) : result);
            }
        }
        catch (Exception exception)
        {
            if (exception is InconsistentStateException { IsSourceActivation: true } inconsistent)
            {
                // What this activation holds in memory is not what is stored: the next call reads it afresh.
                inconsistent.IsSourceActivation = false;
                Deactivate(new(DeactivationReasonCode.ApplicationError, exception, "Grain state is inconsistent with storage."));
            }

            call.Fail(exception);
        }
        finally
        {
            FinishTurn(call);
        }
    }

    private async ValueTask<object?> Invoke(GrainCall call)
    {
        var target = call.Method.InterfaceType.IsInstanceOfType(GrainInstance) ? GrainInstance! : Extension(call);
        if (Host.IncomingFilters.Length == 0 && GrainInstance is not IIncomingGrainCallFilter)
            return await call.Method.Returns.Await(call.Method.Call(target, call.Arguments));

        var context = new IncomingCallContext(Host.IncomingFilters, call, this, target);
        await context.Invoke();
        return context.Result;
    }

    private object Extension(GrainCall call)
    {
        if (call.Method.InterfaceType == typeof(IAsyncEnumerableGrainExtension))
            return Enumerations;
        if (call.Method.InterfaceType == typeof(Timers.IGrainTimerInvoker))
            return call.Arguments[0]!;

        throw new InvalidCastException($"Grain {GrainId} of class {Class.Type.FullName} does not implement {call.Method.InterfaceName}.");
    }

    private void FinishTurn(GrainCall call)
    {
        lock (_gate)
        {
            _running.Remove(call);
            if (call.CountsAsUse)
                _lastUse = Host.Time.GetTimestamp();
            if (_status == ActivationStatus.Valid)
                StartWaiting();
            else
                EndIfIdle();
        }
    }
}
