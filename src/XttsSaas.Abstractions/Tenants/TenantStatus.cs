namespace XttsSaas.Abstractions.Tenants;

/// <summary>Whether a tenant may use the platform. Suspension stops synthesis at once and keeps all data.</summary>
public enum TenantStatus
{
    Active,
    Suspended,
}
