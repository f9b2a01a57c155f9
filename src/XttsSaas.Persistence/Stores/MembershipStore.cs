using XttsSaas.Domain.Ports;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence.Stores;

internal sealed class MembershipStore(IDbContextFactory<PlatformDbContext> contexts) : IMembershipStore
{
    public async Task AddAsync(Membership membership, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Memberships.Add(new MembershipRow
        {
            TenantId = membership.Tenant,
            UserId = membership.User,
            Role = membership.Role,
            Since = membership.Since,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (UniqueViolation.Caused(e))
        {
            // Already a member: signing up again after a crash ends in the same state.
        }
    }

    public async Task<IReadOnlyList<Membership>> ListAsync(UserId user, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Memberships.AsNoTracking()
            .Where(r => r.UserId == user)
            .OrderBy(r => r.Since)
            .Select(r => new Membership(r.TenantId, r.UserId, r.Role, r.Since))
            .ToListAsync(cancellationToken);
    }
}
