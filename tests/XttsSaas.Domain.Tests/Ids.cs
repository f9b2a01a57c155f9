using XttsSaas.Abstractions.Ids;

namespace XttsSaas.Domain.Tests;

/// <summary>Ids that differ and sort in the order they are asked for.</summary>
internal static class Ids
{
    private static readonly DateTimeOffset Start = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static TenantId Tenant(int number) => TenantId.New(Start.AddSeconds(number));

    public static SessionId Session(int number) => SessionId.New(Start.AddSeconds(number));

    public static RequestId Request(int number) => RequestId.New(Start.AddSeconds(number));
}
