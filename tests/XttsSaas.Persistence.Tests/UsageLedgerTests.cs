using XttsSaas.Abstractions.Ids;
using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Persistence.Tests;

public sealed class UsageLedgerTests(PostgresServer postgres) : DatabaseTests(postgres)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId TenantA = TenantId.New(Noon);
    private static readonly TenantId TenantB = TenantId.New(Noon);

    [Theory, MemberData(nameof(Providers))]
    public async Task Append_TheSameEventFromManySides_CountsOnce(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var ledger = database.Get<IUsageLedger>();

        var added = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ledger.AppendAsync(Speech("one", TenantA, 70, Noon), default)));

        Assert.Equal(1, added.Count(a => a));
        Assert.Equal(70, await SumAsync(ledger, TenantA));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Sum_CountsTheTenantsOwnPeriodOnly(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var ledger = database.Get<IUsageLedger>();
        await ledger.AppendAsync(Speech("before", TenantA, 1, Noon.AddDays(-1).AddTicks(-1)), default);
        await ledger.AppendAsync(Speech("first", TenantA, 10, Noon.AddDays(-1)), default);
        await ledger.AppendAsync(Speech("last", TenantA, 100, Noon.AddDays(1).AddTicks(-10)), default);
        await ledger.AppendAsync(Speech("after", TenantA, 1000, Noon.AddDays(1)), default);
        await ledger.AppendAsync(Speech("other", TenantB, 10000, Noon), default);

        Assert.Equal(110, await SumAsync(ledger, TenantA));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Days_GroupByUtcDay(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var ledger = database.Get<IUsageLedger>();
        await ledger.AppendAsync(Speech("late", TenantA, 5, new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.FromHours(3))), default);
        await ledger.AppendAsync(Speech("noon", TenantA, 7, Noon), default);
        await ledger.AppendAsync(Speech("noon2", TenantA, 8, Noon), default);

        var days = await ledger.DaysAsync(TenantA, Noon.AddDays(-7), Noon.AddDays(7), default);

        Assert.Equal([(new DateOnly(2026, 2, 28), 5, 1), (new DateOnly(2026, 3, 1), 15, 2)], days.Select(d => (d.Day, (int)d.Quantity, d.Events)));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task List_IsNewestFirstAndTheTenantsOwn(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var ledger = database.Get<IUsageLedger>();
        await ledger.AppendAsync(Speech("1", TenantA, 1, Noon), default);
        await ledger.AppendAsync(Speech("2", TenantA, 2, Noon.AddMinutes(1)), default);
        await ledger.AppendAsync(Speech("3", TenantB, 3, Noon.AddMinutes(2)), default);

        var events = await ledger.ListAsync(TenantA, Noon.AddDays(-1), Noon.AddDays(1), 10, default);

        Assert.Equal(["2", "1"], events.Select(e => e.Id));
        Assert.Equal(Noon.AddMinutes(1), events[0].At);
    }

    private static Task<long> SumAsync(IUsageLedger ledger, TenantId tenant) =>
        ledger.SumAsync(tenant, UsageKind.SpeechCharacters, Noon.AddDays(-1), Noon.AddDays(1), default);

    private static UsageEvent Speech(string id, TenantId tenant, long characters, DateTimeOffset at) =>
        new(id, tenant, UsageKind.SpeechCharacters, characters, 1.5, 0.5, ApiKeyId.New(at), VoiceId.New(at), null, "en", at);
}
