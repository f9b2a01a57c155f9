namespace XttsSaas.Web.Identity;

/// <summary>Claims that only an API key's principal carries; a person's tenant is looked up instead, so that it is never stale.</summary>
public static class PlatformClaims
{
    public const string Key = "xtts:key";
    public const string KeyMaker = "xtts:key-maker";
    public const string Tenant = "xtts:tenant";
}
