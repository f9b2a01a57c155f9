using XttsSaas.Persistence.Conversions;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence;

/// <summary>The platform's database on PostgreSQL, for production. Migrations: Migrations/Postgres.</summary>
public sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options) : PlatformDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Ids sort by creation time only where text is compared byte by byte.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.Namespace == typeof(TenantId).Namespace || property.Name is nameof(GrainStateRow.ResourceId) or nameof(GrainStateRow.Key) or nameof(SegmentRow.Position))
                property.SetCollation("C");
        }
    }
}
