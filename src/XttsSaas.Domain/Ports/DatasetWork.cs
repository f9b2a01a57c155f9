namespace XttsSaas.Domain.Ports;

/// <summary>One run of a long step; its reports carry <paramref name="Run"/>.</summary>
public sealed record DatasetWork(TenantId Tenant, DatasetId Dataset, int Run, string Language);
