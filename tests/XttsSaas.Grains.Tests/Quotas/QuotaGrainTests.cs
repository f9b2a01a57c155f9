using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Plans;
using XttsSaas.Grains.Tests.Hosting;

namespace XttsSaas.Grains.Tests.Quotas;

public sealed class QuotaGrainTests
{
    [Fact]
    public async Task ReserveSpeech_HundredParallelOnTheLastFifty_GrantsExactlyFifty()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        var quota = platform.Quota(tenant);
        await SpeakAsync(quota, (int)PlanCatalogue.Pro.CharactersPerMonth - 50);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SpeakAsync(quota, 1))));

        Assert.Equal(50, outcomes.Count(o => o is null));
        Assert.Equal(50, outcomes.Count(o => o == ErrorCode.QuotaExceeded));
        var snapshot = await quota.GetAsync();
        Assert.Equal((PlanCatalogue.Pro.CharactersPerMonth, 0, 0), (snapshot.CharactersUsed, snapshot.CharactersReserved, snapshot.ActiveRequests));
        Assert.Equal(PlanCatalogue.Pro.CharactersPerMonth, platform.World.Ledger.Events.Sum(e => e.Quantity));
    }

    [Fact]
    public async Task ReserveSpeech_BeyondConcurrency_IsTooManyRequestsUntilOneIsReleased()
    {
        await using var platform = await Platform.StartAsync();
        var quota = platform.Quota(await platform.AddTenantAsync("free"));
        var first = NewRequest();
        Assert.True((await quota.ReserveSpeechAsync(first, 10)).Succeeded);
        Assert.True((await quota.ReserveSpeechAsync(NewRequest(), 10)).Succeeded);

        Assert.Equal(ErrorCode.TooManyRequests, (await quota.ReserveSpeechAsync(NewRequest(), 10)).Error?.Code);
        await quota.ReleaseSpeechAsync(first);

        Assert.True((await quota.ReserveSpeechAsync(NewRequest(), 10)).Succeeded);
    }

    [Fact]
    public async Task SettleSpeech_Twice_BillsOnce()
    {
        await using var platform = await Platform.StartAsync();
        var quota = platform.Quota(await platform.AddTenantAsync());
        var request = NewRequest();
        await quota.ReserveSpeechAsync(request, 100);

        await quota.SettleSpeechAsync(Usage(request, 40));
        await quota.SettleSpeechAsync(Usage(request, 40));

        var snapshot = await quota.GetAsync();
        Assert.Equal((40, 0), (snapshot.CharactersUsed, snapshot.CharactersReserved));
        Assert.Equal(40, Assert.Single(platform.World.Ledger.Events).Quantity);
    }

    [Fact]
    public async Task GetAsync_AfterACrash_KnowsWhatWasDeliveredAndForgetsReservations()
    {
        var world = new World();
        TenantId tenant;
        await using (var first = await Platform.StartAsync(world))
        {
            tenant = await first.AddTenantAsync();
            Assert.Null(await SpeakAsync(first.Quota(tenant), 300));
            await first.Quota(tenant).ReserveSpeechAsync(NewRequest(), 1_000);
        }
        await using var second = await Platform.StartAsync(world);

        var snapshot = await second.Quota(tenant).GetAsync();

        Assert.Equal((300, 0, 0), (snapshot.CharactersUsed, snapshot.CharactersReserved, snapshot.ActiveRequests));
    }

    [Fact]
    public async Task GetAsync_NextMonth_StartsAtZero()
    {
        await using var platform = await Platform.StartAsync();
        var quota = platform.Quota(await platform.AddTenantAsync());
        Assert.Null(await SpeakAsync(quota, 300));
        platform.World.Time.Advance(TimeSpan.FromDays(20));

        var snapshot = await quota.GetAsync();

        Assert.Equal((0, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)), (snapshot.CharactersUsed, snapshot.PeriodStart));
    }

    [Fact]
    public async Task Suspended_SpeechAndTraining_AreRefusedUntilResumed()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync();
        await platform.Tenant(tenant).SuspendAsync("unpaid");

        Assert.Equal(ErrorCode.TenantSuspended, (await platform.Quota(tenant).ReserveSpeechAsync(NewRequest(), 1)).Error?.Code);
        Assert.Equal(ErrorCode.TenantSuspended, (await platform.Quota(tenant).CheckTrainingAsync()).Error?.Code);
        await platform.Tenant(tenant).ResumeAsync();

        Assert.True((await platform.Quota(tenant).CheckTrainingAsync()).Succeeded);
    }

    [Fact]
    public async Task ReserveSpeech_TenantThatNeverWas_IsNotFound()
    {
        await using var platform = await Platform.StartAsync();

        var result = await platform.Quota(TenantId.New(DateTimeOffset.UnixEpoch)).ReserveSpeechAsync(NewRequest(), 1);

        Assert.Equal(ErrorCode.NotFound, result.Error?.Code);
    }

    [Fact]
    public async Task RecordTraining_MoreThanThePlan_StopsFurtherSessions()
    {
        await using var platform = await Platform.StartAsync();
        var tenant = await platform.AddTenantAsync("free");
        var usage = new TrainingUsage(SessionId.New(DateTimeOffset.UnixEpoch), 10, PlanCatalogue.Free.TrainingSecondsPerMonth - 0.5);

        await platform.Quota(tenant).RecordTrainingAsync(usage);
        await platform.Quota(tenant).RecordTrainingAsync(usage);

        Assert.Equal(PlanCatalogue.Free.TrainingSecondsPerMonth, (await platform.Quota(tenant).GetAsync()).TrainingSecondsUsed);
        Assert.Equal(ErrorCode.QuotaExceeded, (await platform.Quota(tenant).CheckTrainingAsync()).Error?.Code);
    }

    private static RequestId NewRequest() => RequestId.New(DateTimeOffset.UnixEpoch);

    private static SpeechUsage Usage(RequestId request, int characters) =>
        new(request, null, VoiceId.New(DateTimeOffset.UnixEpoch), "en", characters, 1, 1);

    /// <summary>Reserves and settles, waiting for a free slot; null when it went well.</summary>
    private static async Task<ErrorCode?> SpeakAsync(IQuotaGrain quota, int characters)
    {
        var request = NewRequest();
        Result reserved;
        do
            reserved = await quota.ReserveSpeechAsync(request, characters);
        while (reserved.Error?.Code == ErrorCode.TooManyRequests);
        if (reserved.Succeeded)
            await quota.SettleSpeechAsync(Usage(request, characters));
        return reserved.Error?.Code;
    }
}
