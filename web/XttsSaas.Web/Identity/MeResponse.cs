using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Identity;

/// <summary>Whom the credentials stand for.</summary>
public sealed record MeResponse(MeResponse.TenantPart Tenant, TenantRole Role, UserId? User, ApiKeyId? Key)
{
    public sealed record TenantPart(TenantId Id, string Name, string Plan);
}
