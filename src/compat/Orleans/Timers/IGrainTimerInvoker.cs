namespace Orleans.Timers;

/// <summary>The interface under which ticks pass the queue and the call filters, as every call does.</summary>
internal interface IGrainTimerInvoker : Runtime.IAddressable
{
    Task InvokeCallbackAsync([Immutable] IGrainTimerInvoker timer, CancellationToken cancellationToken);
}
