using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using XttsSaas.Persistence.Conversions;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Persistence;

/// <summary>
/// The one database of the platform. Every table is either filtered by TenantId in each query or belongs to the
/// platform (users, roles, reminders, grain state read by full key).
/// </summary>
public abstract class PlatformDbContext(DbContextOptions options) : IdentityDbContext<PlatformUser>(options)
{
    private const int IdLength = 40;
    private const int KeyLength = 128;

    internal DbSet<GrainStateRow> GrainStates => Set<GrainStateRow>();

    internal DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    internal DbSet<SegmentRow> Segments => Set<SegmentRow>();

    internal DbSet<FinishedSourceRow> FinishedSources => Set<FinishedSourceRow>();

    internal DbSet<TrainingMetricRow> TrainingMetrics => Set<TrainingMetricRow>();

    internal DbSet<UsageEventRow> UsageEvents => Set<UsageEventRow>();

    internal DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    internal DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ConvertId<TenantId>(configurationBuilder);
        ConvertId<UserId>(configurationBuilder);
        ConvertId<VoiceId>(configurationBuilder);
        ConvertId<DatasetId>(configurationBuilder);
        ConvertId<SourceId>(configurationBuilder);
        ConvertId<SegmentId>(configurationBuilder);
        ConvertId<SessionId>(configurationBuilder);
        ConvertId<BlobId>(configurationBuilder);
        ConvertId<ApiKeyId>(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<PlatformUser>().Ignore(user => user.UserId);
        builder.Entity<GrainStateRow>(row =>
        {
            row.HasKey(r => new { r.Kind, r.Key });
            row.Property(r => r.Kind).HasMaxLength(IdLength);
            row.Property(r => r.Key).HasMaxLength(KeyLength);
            row.Property(r => r.ResourceId).HasMaxLength(IdLength);
            row.HasIndex(r => new { r.TenantId, r.Kind, r.ResourceId });
        });
        builder.Entity<ReminderRow>(row =>
        {
            row.HasKey(r => new { r.GrainId, r.Name });
            row.Property(r => r.GrainId).HasMaxLength(KeyLength);
            row.Property(r => r.Name).HasMaxLength(KeyLength);
            row.Property(r => r.ETag).HasMaxLength(IdLength);
            row.HasIndex(r => r.GrainHash);
        });
        builder.Entity<SegmentRow>(row =>
        {
            row.HasKey(r => new { r.TenantId, r.DatasetId, r.Id });
            row.Property(r => r.Position).HasMaxLength(KeyLength);
            row.HasIndex(r => new { r.TenantId, r.DatasetId, r.Position }).IsUnique();
        });
        builder.Entity<FinishedSourceRow>().HasKey(r => new { r.TenantId, r.DatasetId, r.SourceId });
        builder.Entity<TrainingMetricRow>().HasKey(r => new { r.TenantId, r.SessionId, r.Step, r.Validation });
        builder.Entity<UsageEventRow>(row =>
        {
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasMaxLength(KeyLength);
            row.Property(r => r.Language).HasMaxLength(16);
            row.HasIndex(r => new { r.TenantId, r.At });
        });
        builder.Entity<ApiKeyRow>(row =>
        {
            row.HasKey(r => r.Id);
            row.Property(r => r.Name).HasMaxLength(100);
            row.Property(r => r.Hint).HasMaxLength(16);
            row.HasIndex(r => r.SecretHash).IsUnique();
            row.HasIndex(r => r.TenantId);
        });
        builder.Entity<MembershipRow>(row =>
        {
            row.HasKey(r => new { r.UserId, r.TenantId });
            row.HasIndex(r => r.TenantId);
        });
    }

    private static void ConvertId<T>(ModelConfigurationBuilder builder)
        where T : struct, IParsable<T> =>
        builder.Properties<T>().HaveConversion<IdConverter<T>>().HaveMaxLength(IdLength);
}
