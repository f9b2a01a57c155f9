using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Whom a request acts for, settled once per request before any endpoint, page or hub runs; take it as a
/// parameter or constructor argument. <paramref name="User"/> is the person: who is signed in, or who made the key.
/// <paramref name="Key"/> is the API key, where the request came with one.
/// </summary>
public sealed record CurrentTenant(TenantId Id, string Name, TenantRole Role, UserId? User, ApiKeyId? Key);
