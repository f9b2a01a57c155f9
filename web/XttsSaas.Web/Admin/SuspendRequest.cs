namespace XttsSaas.Web.Admin;

/// <summary>Why a tenant is suspended, in words that it will read.</summary>
public sealed record SuspendRequest(string? Reason);
