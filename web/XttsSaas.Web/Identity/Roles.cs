namespace XttsSaas.Web.Identity;

/// <summary>Platform-wide roles; what somebody is inside a tenant is a membership instead.</summary>
public static class Roles
{
    public const string Operator = "operator";
}
