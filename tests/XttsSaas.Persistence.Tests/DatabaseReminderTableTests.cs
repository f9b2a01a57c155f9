using Orleans;
using Orleans.Runtime;

namespace XttsSaas.Persistence.Tests;

public sealed class DatabaseReminderTableTests(PostgresServer postgres) : DatabaseTests(postgres)
{
    private static readonly GrainId Grain = GrainId.Create("session", "ten/run");
    private static readonly DateTime Start = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory, MemberData(nameof(Providers))]
    public async Task Upsert_ThenRead_GivesTheSameReminder(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var table = database.Get<IReminderTable>();

        var etag = await table.UpsertRow(Entry("watch"));
        var read = await table.ReadRow(Grain, "watch");

        Assert.Equal((Grain, "watch", Start, TimeSpan.FromMinutes(1), etag), (read!.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Remove_WithAnOldETag_KeepsTheReminder(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var table = database.Get<IReminderTable>();
        var old = await table.UpsertRow(Entry("watch"));
        var current = await table.UpsertRow(Entry("watch"));

        Assert.False(await table.RemoveRow(Grain, "watch", old!));
        Assert.True(await table.RemoveRow(Grain, "watch", current!));
        Assert.Null(await table.ReadRow(Grain, "watch"));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ReadRows_OfARange_FollowsTheRing(DatabaseProvider provider)
    {
        await using var database = await DatabaseAsync(provider);
        var table = database.Get<IReminderTable>();
        await table.UpsertRow(Entry("a"));
        await table.UpsertRow(Entry("b"));
        var hash = Grain.GetUniformHashCode();

        Assert.Equal(2, (await table.ReadRows(Grain)).Reminders.Count);
        Assert.Equal(2, (await table.ReadRows(0, 0)).Reminders.Count);
        Assert.Equal(2, (await table.ReadRows(hash - 1, hash)).Reminders.Count);
        Assert.Empty((await table.ReadRows(hash, hash + 1)).Reminders);
    }

    private static ReminderEntry Entry(string name) => new() { GrainId = Grain, ReminderName = name, StartAt = Start, Period = TimeSpan.FromMinutes(1) };
}
