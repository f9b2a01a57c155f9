using Microsoft.AspNetCore.Identity;

namespace XttsSaas.Web.Identity;

/// <summary>Names of the authentication schemes.</summary>
public static class Schemes
{
    /// <summary>Looks at the request and picks one of the others.</summary>
    public const string Any = nameof(Any);

    /// <summary><c>Authorization: Bearer xtts_…</c></summary>
    public const string ApiKey = nameof(ApiKey);

    /// <summary><c>Authorization: Bearer …</c> with the access token of a log-in.</summary>
    public static readonly string AccessToken = IdentityConstants.BearerScheme;

    /// <summary>The portal's session cookie.</summary>
    public static readonly string Cookie = IdentityConstants.ApplicationScheme;
}
