namespace XttsSaas.Domain.Ports;

public enum TenantRole
{
    Owner,
    Member,
}
