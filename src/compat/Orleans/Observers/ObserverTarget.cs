using Orleans.Calls;
using Orleans.Isolation;
using Orleans.Runtime;

namespace Orleans.Observers;

/// <summary>One observer: its calls run one after the other, outside of every grain; a failure is the caller's to see.</summary>
internal sealed class ObserverTarget(IGrainObserver observer)
{
    private readonly Queue<GrainCall> _queue = new();
    private bool _running;

    public void Enqueue(GrainCall call)
    {
        lock (_queue)
        {
            _queue.Enqueue(call);
            if (_running)
                return;

            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static target => _ = target.RunAsync(), this, preferLocal: false);
    }

    private async Task RunAsync()
    {
        while (Next() is { } call)
            await RunAsync(call);
    }

    private GrainCall? Next()
    {
        lock (_queue)
        {
            _running = _queue.TryDequeue(out var call);
            return call;
        }
    }

    private async Task RunAsync(GrainCall call)
    {
        try
        {
            if (call.IsAnswered)
                return;

            RequestContext.Import(call.RequestContext);
            var result = await call.Method.Returns.Await(call.Method.Call(observer, call.Arguments));
            call.Succeed(DeepCopier.Copy(result));
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }
    }
}
