using System.ComponentModel.DataAnnotations;

namespace XttsSaas.Web.Identity;

/// <summary>Whether text can be an e-mail address; whether it is somebody's, only a message to it would show.</summary>
public static class EmailAddress
{
    private const int MaxLength = 254;

    private static readonly EmailAddressAttribute Shape = new();

    public static Error? Check(string? text)
    {
        var email = text?.Trim() ?? string.Empty;
        return email.Length is 0 or > MaxLength || !Shape.IsValid(email) || email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? Error.Invalid("email", "Give an e-mail address like name@example.com.")
            : null;
    }
}
