using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Plans;
using XttsSaas.Domain.Quotas;

namespace XttsSaas.Domain.Tests.Quotas;

public sealed class QuotaMeterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = new("test", 1_000, 60, 3, 10, 1_000);

    private readonly RequestId _request = Ids.Request(1);

    [Fact]
    public void Reserve_MoreThanLeft_IsQuotaExceeded()
    {
        var meter = new QuotaMeter(990);

        Assert.Equal(ErrorCode.QuotaExceeded, meter.Reserve(Plan, _request, 11, Now).Error?.Code);
        Assert.True(meter.Reserve(Plan, _request, 10, Now).Succeeded);
    }

    [Fact]
    public void Reserve_SameRequestTwice_TakesOneSlotAndOneAmount()
    {
        var meter = new QuotaMeter(0);

        meter.Reserve(Plan, _request, 100, Now);
        meter.Reserve(Plan, _request, 100, Now);

        Assert.Equal((100, 1), (meter.Reserved, meter.Active));
    }

    [Fact]
    public void Reserve_BeyondConcurrency_IsTooManyRequests()
    {
        var meter = new QuotaMeter(0);
        for (var i = 0; i < Plan.ConcurrentRequests; i++)
            Assert.True(meter.Reserve(Plan, Ids.Request(i), 1, Now).Succeeded);

        Assert.Equal(ErrorCode.TooManyRequests, meter.Reserve(Plan, Ids.Request(9), 1, Now).Error?.Code);
    }

    [Fact]
    public void Billable_MoreDeliveredThanReserved_IsTheReservation()
    {
        var meter = new QuotaMeter(0);
        meter.Reserve(Plan, _request, 50, Now);

        Assert.Equal(50, meter.Billable(_request, 70));
        Assert.Equal(20, meter.Billable(_request, 20));
    }

    [Fact]
    public void Billable_WithoutReservation_IsWhatWasDelivered() =>
        Assert.Equal(70, new QuotaMeter(0).Billable(_request, 70));

    [Fact]
    public void Settle_LessThanReserved_FreesTheRest()
    {
        var meter = new QuotaMeter(0);
        meter.Reserve(Plan, _request, 50, Now);

        meter.Settle(_request, 20);

        Assert.Equal((20, 0, 0), (meter.Used, meter.Reserved, meter.Active));
    }

    [Fact]
    public void Expire_OldReservation_IsFreed()
    {
        var meter = new QuotaMeter(0);
        meter.Reserve(Plan, _request, 50, Now);

        meter.Expire(Now + QuotaMeter.ReservationLifetime);
        Assert.Equal(1, meter.Active);
        meter.Expire(Now + QuotaMeter.ReservationLifetime + TimeSpan.FromSeconds(1));

        Assert.Equal((0, 0), (meter.Reserved, meter.Active));
    }

    [Fact]
    public void StartPeriod_WithOpenReservation_KeepsIt()
    {
        var meter = new QuotaMeter(900);
        meter.Reserve(Plan, _request, 50, Now);

        meter.StartPeriod(0);

        Assert.Equal((0, 50), (meter.Used, meter.Reserved));
    }
}
