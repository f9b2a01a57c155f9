namespace XttsSaas.Web.Identity;

/// <summary>An access token for a person's program, to be sent as <c>Authorization: Bearer …</c>; lifetime in seconds.</summary>
public sealed record AccessTokenResponse(string AccessToken, string TokenType, int ExpiresIn, UserId User, TenantId? Tenant);
