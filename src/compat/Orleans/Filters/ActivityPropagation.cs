using System.Diagnostics;
using Orleans.Runtime;

namespace Orleans.Filters;

/// <summary>The trace source of calls between grains and the header that carries the trace.</summary>
internal static class ActivityPropagation
{
    public const string Header = "traceparent";

    public static readonly ActivitySource Source = new("Microsoft.Orleans.Application");

    public static async Task Trace(Activity? activity, IGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
            throw;
        }
    }
}

internal sealed class ActivityPropagationOutgoingFilter : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        using var activity = ActivityPropagation.Source.StartActivity(context.Request.GetActivityName(), ActivityKind.Client);
        if ((activity ?? Activity.Current)?.Id is { } id)
            RequestContext.Set(ActivityPropagation.Header, id);

        await ActivityPropagation.Trace(activity, context);
    }
}

internal sealed class ActivityPropagationIncomingFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        using var activity = ActivityPropagation.Source.StartActivity(
            context.Request.GetActivityName(), ActivityKind.Server, RequestContext.Get(ActivityPropagation.Header) as string);
        await ActivityPropagation.Trace(activity, context);
    }
}
