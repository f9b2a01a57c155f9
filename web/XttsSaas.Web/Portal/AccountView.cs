using XttsSaas.Abstractions.Tenants;

namespace XttsSaas.Web.Portal;

/// <summary>Who is signed in, as the rail shows it.</summary>
public sealed record AccountView(TenantProfile? Tenant, string? Name, bool IsOperator);
