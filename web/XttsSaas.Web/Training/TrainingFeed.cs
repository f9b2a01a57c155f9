using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;
using XttsSaas.Domain.Training;
using XttsSaas.Web.Events;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Training;

/// <summary>
/// A session as a stream of events. Live events are only hints to look: state and points are read from the grain and
/// the metric store, so that a lost hint, a restart or a reconnection on another node loses nothing. The state is
/// also sent when nothing happened for a while, which keeps the connection open.
/// </summary>
public sealed class TrainingFeed(
    CurrentTenant tenant,
    TenantGrains grains,
    ITrainingMetricStore metrics,
    TenantEventBroker broker,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<object>> ReadAsync(
        SessionId session, CurvePosition seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await using var hints = await broker.ListenAsync(tenant.Id);
        while (!end.IsCancellationRequested && await grains.Session(session).GetAsync() is { } now)
        {
            var points = await NewPointsAsync(session, seen, end.Token);
            seen = points.Aggregate(seen, (position, point) => position.Advance(point));
            if (points.Count > 0)
                yield return Item("metrics", new MetricsResponse(points), seen);
            yield return Item("state", SessionResponse.Of(now), seen);
            if (SessionStateMachine.IsFinal(now.State))
            {
                yield return Item("end", new { state = now.State }, seen);
                yield break;
            }
            await hints.WaitAsync(hint => hint.Subject == session.Value, Heartbeat, time, end.Token);
        }
    }

    private async Task<IReadOnlyList<TrainingMetric>> NewPointsAsync(SessionId session, CurvePosition seen, CancellationToken cancellationToken)
    {
        var points = await metrics.ListAsync(tenant.Id, session, seen.ReadAfter, cancellationToken);
        return [.. points.Where(seen.IsNew)];
    }

    private static SseItem<object> Item(string kind, object data, CurvePosition position) => new(data, kind) { EventId = position.ToString() };
}
