namespace XttsSaas.Web.Keys;

public sealed record CreateKeyRequest(string? Name);
