using XttsSaas.Domain.Ports;

namespace XttsSaas.Persistence.Model;

/// <summary>A person's place in a tenant.</summary>
internal sealed class MembershipRow
{
    public required TenantId TenantId { get; init; }

    public required UserId UserId { get; init; }

    public TenantRole Role { get; init; }

    public DateTimeOffset Since { get; init; }
}
