using XttsSaas.Abstractions.Capacity;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Capacity;

namespace XttsSaas.Domain.Tests.Capacity;

public sealed class FairShareQueueTests
{
    private static readonly TenantId A = Ids.Tenant(1);
    private static readonly TenantId B = Ids.Tenant(2);
    private static readonly TenantId C = Ids.Tenant(3);

    private readonly FairShareQueue _queue = new([], []);
    private int _sessions;

    [Fact]
    public void Dequeue_OneTenant_IsFirstInFirstOut()
    {
        var jobs = new[] { Enqueue(A, 10), Enqueue(A, 5), Enqueue(A, 1) };

        Assert.Equal(jobs, Drain());
    }

    [Fact]
    public void Dequeue_TwoTenantsOfEqualCost_Alternates()
    {
        for (var i = 0; i < 3; i++)
            Enqueue(A, 10);
        for (var i = 0; i < 3; i++)
            Enqueue(B, 10);

        Assert.Equal(new[] { A, B, A, B, A, B }, Drain().Select(j => j.Tenant));
    }

    [Fact]
    public void Dequeue_CheapAndDearJobs_ServesEqualCost()
    {
        for (var i = 0; i < 4; i++)
            Enqueue(A, 100);
        for (var i = 0; i < 8; i++)
            Enqueue(B, 50);

        var firstNine = Drain().Take(9).ToArray();

        Assert.Equal(300, firstNine.Where(j => j.Tenant == A).Sum(j => j.Cost));
        Assert.Equal(300, firstNine.Where(j => j.Tenant == B).Sum(j => j.Cost));
    }

    [Fact]
    public void Enqueue_Newcomer_IsLiftedToTheLeastServedActiveTenant()
    {
        Enqueue(A, 100);
        Enqueue(A, 100);
        Enqueue(B, 80);
        Enqueue(B, 80);
        _queue.Dequeue();
        _queue.Dequeue();

        Enqueue(C, 10);

        // A was served 100, B 80: C starts at 80 and does not run ahead of everybody.
        Assert.Contains(new ServedShare(C, 80), _queue.Shares);
        Assert.Equal(new[] { B, C, C }, Next(3, () => Enqueue(C, 10)));
    }

    [Fact]
    public void Enqueue_TenantThatRunsWithNothingQueued_IsActiveAndKeepsItsCounter()
    {
        Enqueue(A, 100);
        _queue.Dequeue();

        _queue.Enqueue(Job(B, 10), [A]);
        _queue.Enqueue(Job(A, 10), [A]);

        Assert.Equal(new[] { B, A }, Drain().Select(j => j.Tenant));
        Assert.Contains(new ServedShare(A, 110), _queue.Shares);
    }

    [Fact]
    public void Enqueue_NobodyActive_StartsTheCountersAnew()
    {
        Enqueue(A, 1_000);
        _queue.Dequeue();

        Enqueue(B, 1);

        Assert.Empty(_queue.Shares);
    }

    [Fact]
    public void Enqueue_SameSessionAgain_ChangesNothing()
    {
        var job = Enqueue(A, 10);

        Assert.False(_queue.Enqueue(job with { Cost = 99 }, []));
        Assert.Equal(job, Assert.Single(_queue.Jobs));
    }

    [Fact]
    public void Refund_UnservedCost_LowersTheCounterToZeroAtMost()
    {
        Enqueue(A, 100);
        Enqueue(A, 1);
        _queue.Dequeue();

        _queue.Refund(A, 60);
        Assert.Contains(new ServedShare(A, 40), _queue.Shares);
        _queue.Refund(A, 60);

        Assert.Contains(new ServedShare(A, 0), _queue.Shares);
    }

    [Fact]
    public void InServingOrder_Always_IsTheOrderOfDequeueAndChangesNothing()
    {
        Enqueue(A, 10);
        Enqueue(A, 20);
        Enqueue(B, 50);
        Enqueue(C, 5);
        Enqueue(C, 5);

        var shown = _queue.InServingOrder();

        Assert.Equal(5, _queue.Count);
        Assert.Equal(shown, Drain());
    }

    private QueuedJob Enqueue(TenantId tenant, int cost)
    {
        var job = Job(tenant, cost);
        Assert.True(_queue.Enqueue(job, []));
        return job;
    }

    private QueuedJob Job(TenantId tenant, int cost) => new(tenant, Ids.Session(++_sessions), cost, default);

    private List<QueuedJob> Drain()
    {
        var order = new List<QueuedJob>();
        while (_queue.Dequeue() is { } job)
            order.Add(job);
        return order;
    }

    private List<TenantId> Next(int count, Action afterEach)
    {
        var order = new List<TenantId>();
        for (var i = 0; i < count; i++)
        {
            order.Add(_queue.Dequeue()!.Tenant);
            afterEach();
        }
        return order;
    }
}
