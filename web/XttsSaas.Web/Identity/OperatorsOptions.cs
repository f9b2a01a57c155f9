namespace XttsSaas.Web.Identity;

/// <summary>
/// The first operator account, from the configuration section <c>Operators</c>. Neither is set: no account is made.
/// There is no default password.
/// </summary>
public sealed class OperatorsOptions
{
    public const string Section = "Operators";

    public string? Email { get; set; }

    public string? Password { get; set; }
}
