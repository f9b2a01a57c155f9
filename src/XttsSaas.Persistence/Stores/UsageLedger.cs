using XttsSaas.Abstractions.Usage;
using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Stores;

internal sealed class UsageLedger(IDbContextFactory<PlatformDbContext> contexts) : IUsageLedger
{
    public async Task<bool> AppendAsync(UsageEvent usageEvent, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.UsageEvents.Add(new UsageEventRow
        {
            Id = usageEvent.Id,
            TenantId = usageEvent.Tenant,
            Kind = usageEvent.Kind,
            Quantity = usageEvent.Quantity,
            AudioSeconds = usageEvent.AudioSeconds,
            WallSeconds = usageEvent.WallSeconds,
            KeyId = usageEvent.Key,
            VoiceId = usageEvent.Voice,
            SessionId = usageEvent.Session,
            Language = usageEvent.Language,
            At = usageEvent.At,
            Day = DateOnly.FromDateTime(usageEvent.At.UtcDateTime).DayNumber,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (UniqueViolation.Caused(e))
        {
            return false;
        }
    }

    public async Task<long> SumAsync(TenantId tenant, UsageKind kind, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Between(db, tenant, from, to).Where(r => r.Kind == kind).SumAsync(r => r.Quantity, cancellationToken);
    }

    public async Task<IReadOnlyList<UsageEvent>> ListAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Between(db, tenant, from, to)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
            .Take(limit)
            .Select(r => new UsageEvent(r.Id, r.TenantId, r.Kind, r.Quantity, r.AudioSeconds, r.WallSeconds, r.KeyId, r.VoiceId, r.SessionId, r.Language, r.At))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<UsageDay>> DaysAsync(TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await Between(db, tenant, from, to)
            .GroupBy(r => new { r.Day, r.Kind })
            .Select(g => new { g.Key.Day, g.Key.Kind, Quantity = g.Sum(r => r.Quantity), Events = g.Count(), Seconds = g.Sum(r => r.AudioSeconds) })
            .OrderBy(d => d.Day).ThenBy(d => d.Kind)
            .ToListAsync(cancellationToken);
        return days.ConvertAll(d => new UsageDay(DateOnly.FromDayNumber(d.Day), d.Kind, d.Quantity, d.Events, d.Seconds));
    }

    private static IQueryable<UsageEventRow> Between(PlatformDbContext db, TenantId tenant, DateTimeOffset from, DateTimeOffset to) =>
        db.UsageEvents.AsNoTracking().Where(r => r.TenantId == tenant && r.At >= from && r.At < to);
}
