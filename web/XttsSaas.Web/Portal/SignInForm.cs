namespace XttsSaas.Web.Portal;

/// <summary>What the log-in page asks for.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}
