using FsCheck;
using FsCheck.Fluent;
using XttsSaas.Abstractions.Capacity;
using XttsSaas.Domain.Capacity;

namespace XttsSaas.Domain.Tests.Capacity;

public sealed class FairShareQueueProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3);
    private const int Tenants = 4;
    private const int MaxCost = 50;

    /// <summary>
    /// The bound of the virtual token counter: between two tenants that always have work waiting, the served cost
    /// never differs by more than the dearest job.
    /// </summary>
    [Fact]
    public void Backlogged_AnyCosts_ServedCostDiffersByAtMostOneJob()
    {
        var costs = Gen.Choose(1, MaxCost).ListOf(40).ToArbitrary();
        Prop.ForAll(costs, all =>
        {
            var queue = new FairShareQueue([], []);
            var backlog = all.Select((cost, i) => new QueuedJob(Ids.Tenant(i % Tenants), Ids.Session(i), cost, default)).ToArray();
            foreach (var job in backlog)
                queue.Enqueue(job, []);
            var served = Enumerable.Range(0, Tenants).ToDictionary(Ids.Tenant, _ => 0);
            while (queue.Jobs.Select(j => j.Tenant).Distinct().Count() == Tenants && queue.Dequeue() is { } next)
            {
                served[next.Tenant] += next.Cost;
                if (served.Values.Max() - served.Values.Min() > MaxCost)
                    return false;
            }
            return true;
        }).Check(Repeatable);
    }
}
