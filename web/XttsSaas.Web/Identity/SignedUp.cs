using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>A person with the organisation that is theirs now.</summary>
public sealed record SignedUp(PlatformUser User, TenantId Tenant, string Organization);
