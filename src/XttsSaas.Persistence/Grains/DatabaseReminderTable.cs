using System.Globalization;
using Orleans;
using Orleans.Runtime;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Grains;

/// <summary>Reminders in the platform's database, so that they outlive every process.</summary>
internal sealed class DatabaseReminderTable(IDbContextFactory<PlatformDbContext> contexts) : IReminderTable
{
    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async Task<ReminderTableData> ReadRows(GrainId grainId)
    {
        var id = grainId.ToString();
        await using var db = await contexts.CreateDbContextAsync();
        return await ToTableAsync(db.Reminders.Where(r => r.GrainId == id));
    }

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        await using var db = await contexts.CreateDbContextAsync();
        // The ring range (begin, end] wraps around; equal ends mean the whole ring.
        return await ToTableAsync(begin < end
            ? db.Reminders.Where(r => r.GrainHash > begin && r.GrainHash <= end)
            : db.Reminders.Where(r => r.GrainHash > begin || r.GrainHash <= end));
    }

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var id = grainId.ToString();
        await using var db = await contexts.CreateDbContextAsync();
        var row = await db.Reminders.AsNoTracking().SingleOrDefaultAsync(r => r.GrainId == id && r.Name == reminderName);
        return row is null ? null : ToEntry(row);
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var id = entry.GrainId.ToString();
        await using var db = await contexts.CreateDbContextAsync();
        var row = await db.Reminders.SingleOrDefaultAsync(r => r.GrainId == id && r.Name == entry.ReminderName);
        if (row is null)
        {
            row = new ReminderRow { GrainId = id, Name = entry.ReminderName, ETag = string.Empty };
            db.Reminders.Add(row);
        }
        row.StartAt = DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc);
        row.Period = entry.Period;
        row.GrainHash = entry.GrainId.GetUniformHashCode();
        row.ETag = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync();
        return row.ETag;
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var id = grainId.ToString();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Reminders
            .Where(r => r.GrainId == id && r.Name == reminderName && r.ETag == eTag)
            .ExecuteDeleteAsync() == 1;
    }

    public async Task TestOnlyClearTable()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Reminders.ExecuteDeleteAsync();
    }

    private static async Task<ReminderTableData> ToTableAsync(IQueryable<ReminderRow> rows) =>
        new((await rows.AsNoTracking().ToListAsync()).Select(ToEntry));

    private static ReminderEntry ToEntry(ReminderRow row) => new()
    {
        GrainId = GrainId.Parse(row.GrainId),
        ReminderName = row.Name,
        StartAt = row.StartAt.UtcDateTime,
        Period = row.Period,
        ETag = row.ETag,
    };
}
