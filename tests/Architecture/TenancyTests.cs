using Microsoft.EntityFrameworkCore;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Persistence;

namespace Architecture;

public sealed class TenancyTests
{
    /// <summary>Tables that belong to the platform itself, each with the reason why no tenant owns its rows.</summary>
    private static readonly Dictionary<string, string> Global = new()
    {
        ["PlatformUser"] = "a person may belong to several tenants",
        ["IdentityRole"] = "platform roles",
        ["IdentityUserRole`1"] = "platform roles of a person",
        ["IdentityUserClaim`1"] = "belongs to a person",
        ["IdentityUserLogin`1"] = "belongs to a person",
        ["IdentityUserToken`1"] = "belongs to a person",
        ["IdentityRoleClaim`1"] = "platform roles",
        ["IdentityUserPasskey`1"] = "belongs to a person",
        ["ReminderRow"] = "read by grain id, which has the tenant in it",
    };

    [Fact]
    public void EveryTable_HasATenantOrIsMarkedGlobal()
    {
        using var db = new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite("Data Source=:memory:").Options);

        var faults = db.Model.GetEntityTypes()
            .Where(t => !t.IsOwned() && !Global.ContainsKey(t.ClrType.Name))
            .Where(t => t.FindProperty("TenantId") is not { } tenant || (Nullable.GetUnderlyingType(tenant.ClrType) ?? tenant.ClrType) != typeof(TenantId))
            .Select(t => t.ClrType.Name);

        Assert.Empty(faults);
    }
}
