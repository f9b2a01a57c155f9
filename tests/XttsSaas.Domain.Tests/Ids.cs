using XttsSaas.Abstractions.Ids;

namespace XttsSaas.Domain.Tests;

/// <summary>Ids by number: the same number is the same id, and a greater one sorts later.</summary>
internal static class Ids
{
    public static TenantId Tenant(int number) => TenantId.Parse($"{TenantId.Prefix}_{number:D26}", null);

    public static SessionId Session(int number) => SessionId.Parse($"{SessionId.Prefix}_{number:D26}", null);

    public static RequestId Request(int number) => RequestId.Parse($"{RequestId.Prefix}_{number:D26}", null);

    public static UserId User(int number) => UserId.Parse($"{UserId.Prefix}_{number:D26}", null);

    public static BlobId Blob(int number) => BlobId.Parse($"{BlobId.Prefix}_{number:D26}", null);

    public static SourceId Source(int number) => SourceId.Parse($"{SourceId.Prefix}_{number:D26}", null);

    public static SegmentId Segment(int number) => SegmentId.Parse($"{SegmentId.Prefix}_{number:D26}", null);
}
