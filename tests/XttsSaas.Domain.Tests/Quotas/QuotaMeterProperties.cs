using FsCheck;
using FsCheck.Fluent;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Quotas;

namespace XttsSaas.Domain.Tests.Quotas;

/// <summary>The meter against a model that is only a list of what is open, over random runs of operations.</summary>
public sealed class QuotaMeterProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3);
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = new("test", 500, 60, 4, 10, 1_000);

    /// <summary>Kind 0 reserves, 1 settles, 2 releases, 3 lets time pass; request 0–7; amount 1–200.</summary>
    private sealed record Step(int Kind, int Request, int Amount);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Choose(0, 3)
        from request in Gen.Choose(0, 7)
        from amount in Gen.Choose(1, 200)
        select new Step(kind, request, amount);

    [Fact]
    public void AnySequence_NeverOverspendsAndMatchesTheModel() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps => Holds(steps)).Check(Repeatable);

    private static bool Holds(IEnumerable<Step> steps)
    {
        var meter = new QuotaMeter(0);
        var open = new Dictionary<int, (int Characters, DateTimeOffset At)>();
        long used = 0;
        var now = Start;
        foreach (var step in steps)
        {
            var request = Ids.Request(step.Request);
            switch (step.Kind)
            {
                case 0:
                    Expire(open, now);
                    var fits = open.ContainsKey(step.Request)
                        || (open.Count < Plan.ConcurrentRequests && used + open.Values.Sum(o => o.Characters) + step.Amount <= Plan.CharactersPerMonth);
                    if (meter.Reserve(Plan, request, step.Amount, now).Succeeded != fits)
                        return false;
                    if (fits)
                        open.TryAdd(step.Request, (step.Amount, now));
                    break;
                case 1 when open.ContainsKey(step.Request):
                    var billed = Math.Min(step.Amount, open[step.Request].Characters);
                    if (meter.Billable(request, step.Amount) != billed)
                        return false;
                    meter.Settle(request, billed);
                    used += billed;
                    open.Remove(step.Request);
                    break;
                case 2:
                    meter.Release(request);
                    open.Remove(step.Request);
                    break;
                case 3:
                    now += TimeSpan.FromSeconds(step.Amount * 5);
                    break;
            }
            if (meter.Used != used || meter.Reserved != open.Values.Sum(o => o.Characters) || meter.Active != open.Count)
                return false;
            if (meter.Used + meter.Reserved > Plan.CharactersPerMonth)
                return false;
        }
        return true;
    }

    private static void Expire(Dictionary<int, (int Characters, DateTimeOffset At)> open, DateTimeOffset now)
    {
        foreach (var (key, value) in open.ToArray())
        {
            if (now - value.At > QuotaMeter.ReservationLifetime)
                open.Remove(key);
        }
    }
}
