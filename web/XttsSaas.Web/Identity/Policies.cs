namespace XttsSaas.Web.Identity;

/// <summary>Names of the authorisation policies. Every endpoint, page and hub has one or is marked anonymous.</summary>
public static class Policies
{
    /// <summary>An active tenant: person or API key.</summary>
    public const string Tenant = nameof(Tenant);

    /// <summary>A signed-in person of an active tenant; API keys are refused.</summary>
    public const string Person = nameof(Person);

    /// <summary>Operators of the platform; to everybody else the address does not exist.</summary>
    public const string Operator = nameof(Operator);
}
