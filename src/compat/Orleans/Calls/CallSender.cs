using Microsoft.Extensions.Logging;
using Orleans.Filters;
using Orleans.Isolation;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>
/// The caller's side of every call, in this order: outgoing filters, copies of the arguments, the clock, the target.
/// </summary>
internal sealed partial class CallSender(
    TimeProvider time, Func<TimeSpan> responseTimeout, IOutgoingGrainCallFilter[] filters, ILogger<CallSender> logger)
{
    private static readonly Task<object?> Done = Task.FromResult<object?>(null);

    /// <summary>Takes a call to its activation or observer; set once, by the host.</summary>
    public Action<GrainCall> Dispatch { get; set; } = null!;

    public Task<object?> Send(GrainReference reference, MethodDescriptor method, object?[] arguments)
    {
        var response = filters.Length == 0
            ? SendUnfiltered(reference, method, arguments)
            : SendFiltered(reference, method, arguments);
        if (!method.IsOneWay)
            return response;

        ObserveFailure(response, method);
        return Done;
    }

    private Task<object?> SendUnfiltered(GrainReference reference, MethodDescriptor method, object?[] arguments)
    {
        GrainCall call;
        try
        {
            if (method.CancellationIndex >= 0)
                ((CancellationToken)arguments[method.CancellationIndex]!).ThrowIfCancellationRequested();

            call = new(reference, method, method.CopyArguments(arguments))
            {
                Source = RuntimeContext.Current,
                RequestContext = DeepCopier.CopyRequestContext(RequestContext.Export()),
                ReentrancyId = RequestContext.ReentrancyId,
            };
            call.Arm(time, method.ResponseTimeout ?? responseTimeout());
        }
        catch (Exception exception)
        {
            return Task.FromException<object?>(exception);
        }

        Submit(call);
        return call.Task;
    }

    /// <summary>Hands over a call that the host itself made.</summary>
    public void Submit(GrainCall call)
    {
        try
        {
            Dispatch(call);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }
    }

    private async Task<object?> SendFiltered(GrainReference reference, MethodDescriptor method, object?[] arguments)
    {
        var context = new OutgoingCallContext(filters, reference, method, arguments, RuntimeContext.Current,
            () => SendUnfiltered(reference, method, arguments));
        await context.Invoke().ConfigureAwait(false);
        return context.Result;
    }

    private void ObserveFailure(Task<object?> response, MethodDescriptor method)
    {
        if (response.IsCompletedSuccessfully)
            return;

        response.ContinueWith(
            (task, _) => LogOneWayFailed(logger, method.InterfaceName, method.Method.Name, task.Exception!.InnerException!),
            null, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "One-way call to {InterfaceName}.{MethodName} failed")]
    private static partial void LogOneWayFailed(ILogger logger, string interfaceName, string methodName, Exception exception);
}
