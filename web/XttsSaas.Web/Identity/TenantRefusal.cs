namespace XttsSaas.Web.Identity;

/// <summary>Why authenticated credentials were not let in; kept on the request for the answer.</summary>
public sealed record TenantRefusal(Error Error);
