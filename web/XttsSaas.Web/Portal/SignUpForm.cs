namespace XttsSaas.Web.Portal;

/// <summary>What the sign-up page asks for.</summary>
public sealed class SignUpForm
{
    public string? Organization { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}
