namespace XttsSaas.Web.Portal;

/// <summary>Names of the authorization policies that pages ask for.</summary>
public static class PortalPolicies
{
    public const string Operator = "Operator";
}
