using XttsSaas.Persistence.Conversions;

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
            if (property.ClrType.Assembly == typeof(TenantId).Assembly || property.Name == nameof(Model.GrainStateRow.ResourceId))
                property.SetCollation("C");
        }
    }
}
