using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Persistence.Tests;

public sealed class StoreTests(PostgresServer postgres) : DatabaseTests(postgres)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId TenantA = TenantId.New(Start);
    private static readonly TenantId TenantB = TenantId.New(Start);
    private static readonly DatasetId Dataset = DatasetId.New(Start);

    [Theory, MemberData(nameof(Providers))]
    public async Task Segments_ArePagedInSourceAndIndexOrder(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<ISegmentStore>();
        var (first, second) = (SourceId.New(Start), SourceId.New(Start.AddMinutes(1)));
        await store.SaveAsync(TenantA, Dataset, [Clip(second, 0), Clip(first, 1), Clip(first, 0), Clip(second, 1)], default);

        var page = await store.ListAsync(TenantA, Dataset, null, 3, default);
        var rest = await store.ListAsync(TenantA, Dataset, page[^1].Id, 3, default);

        Assert.Equal([(first, 0), (first, 1), (second, 0), (second, 1)], page.Concat(rest).Select(s => (s.Source, s.Index)));
        Assert.Equal(["too_short", "clipping"], page[0].Reasons);
        Assert.Empty(await store.ListAsync(TenantB, Dataset, null, 3, default));
        Assert.Null(await store.FindAsync(TenantB, Dataset, page[0].Id, default));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Segments_SavedAgain_AreReplaced(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<ISegmentStore>();
        var clip = Clip(SourceId.New(Start), 0);
        await store.SaveAsync(TenantA, Dataset, [clip], default);

        await store.SaveAsync(TenantA, Dataset, [clip with { Text = "edited", Verdict = SegmentVerdict.Rejected }], default);

        Assert.Equal("edited", (await store.FindAsync(TenantA, Dataset, clip.Id, default))?.Text);
        Assert.Equal(new SegmentTotals(1, 0, 0), await store.CountAsync(TenantA, Dataset, default));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Sources_FinishedOnes_AreRememberedUntilRemoved(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<ISegmentStore>();
        var (done, open) = (SourceId.New(Start), SourceId.New(Start));
        await store.SaveAsync(TenantA, Dataset, [Clip(done, 0), Clip(open, 0)], default);
        await store.FinishSourceAsync(TenantA, Dataset, done, default);
        await store.FinishSourceAsync(TenantA, Dataset, done, default);

        Assert.Equal([done], await store.FinishedSourcesAsync(TenantA, Dataset, default));
        await store.RemoveAsync(TenantB, Dataset, null, default);
        Assert.Equal(2, (await store.CountAsync(TenantA, Dataset, default)).Segments);
        await store.RemoveAsync(TenantA, Dataset, done, default);
        Assert.Empty(await store.FinishedSourcesAsync(TenantA, Dataset, default));
        Assert.Equal(1, (await store.CountAsync(TenantA, Dataset, default)).Segments);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Metrics_OfAResumedRun_ReplaceTheRepeatedSteps(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<ITrainingMetricStore>();
        var session = SessionId.New(Start);
        await store.AppendAsync(TenantA, session, [Point(1, 5), Point(2, 4), Point(3, 3)], default);
        await store.AppendAsync(TenantA, session, [Point(3, 2.5), Point(4, 2), Point(3, 9, validation: true)], default);

        var points = await store.ListAsync(TenantA, session, 1, default);

        Assert.Equal([(2, 4.0), (3, 2.5), (3, 9), (4, 2)], points.Select(p => (p.Step, p.Loss)));
        Assert.Empty(await store.ListAsync(TenantB, session, 0, default));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ApiKeys_AreFoundByHash_AndRevokedByTheirTenantOnly(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<IApiKeyStore>();
        var hash = Enumerable.Repeat((byte)7, 32).ToArray();
        var key = new ApiKeyRecord(ApiKeyId.New(Start), TenantA, "build server", "xtts_ab", hash, null, Start, null, null);
        await store.AddAsync(key, default);

        Assert.False(await store.RevokeAsync(TenantB, key.Id, Start, default));
        Assert.Null((await store.FindByHashAsync(hash, default))!.RevokedAt);
        Assert.True(await store.RevokeAsync(TenantA, key.Id, Start.AddDays(1), default));
        Assert.True(await store.RevokeAsync(TenantA, key.Id, Start.AddDays(2), default));

        Assert.Equal(Start.AddDays(1), (await store.FindByHashAsync(hash, default))!.RevokedAt);
        Assert.Empty(await store.ListAsync(TenantB, default));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Memberships_AddedTwice_CountOnce(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var store = database.Get<IMembershipStore>();
        var user = UserId.New(Start);
        await store.AddAsync(new Membership(TenantA, user, TenantRole.Owner, Start), default);
        await store.AddAsync(new Membership(TenantA, user, TenantRole.Owner, Start), default);

        Assert.Equal([TenantA], (await store.ListAsync(user, default)).Select(m => m.Tenant));
    }

    private static Segment Clip(SourceId source, int index) =>
        new(SegmentId.New(Start), source, index, index, index + 2.5, BlobId.New(Start), "words", 0.9, SegmentVerdict.Accepted, ["too_short", "clipping"]);

    private static TrainingMetric Point(int step, double loss, bool validation = false) =>
        new(step, validation, null, null, loss, null, null, null, Start);
}
