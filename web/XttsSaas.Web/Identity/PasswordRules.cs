using Microsoft.AspNetCore.Identity;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>Length beats character classes: ten characters, four of them different, and not the e-mail address.</summary>
public sealed class PasswordRules : IPasswordValidator<PlatformUser>
{
    public const int MinLength = 10;
    public const int MaxLength = 256;
    public const int DifferentCharacters = 4;

    private const string CodePrefix = "Password";

    public static void Apply(PasswordOptions options)
    {
        options.RequiredLength = MinLength;
        options.RequiredUniqueChars = DifferentCharacters;
        options.RequireDigit = options.RequireLowercase = options.RequireUppercase = options.RequireNonAlphanumeric = false;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<PlatformUser> manager, PlatformUser user, string? password)
    {
        if (password is { Length: > MaxLength })
            return Refuse("PasswordTooLong", $"Passwords must be at most {MaxLength} characters.");
        if (string.Equals(password, user.Email, StringComparison.OrdinalIgnoreCase))
            return Refuse("PasswordIsEmail", "The password must not be the e-mail address.");
        return Task.FromResult(IdentityResult.Success);
    }

    /// <summary>The broken password rules in one message; null when something else was wrong, such as a taken name.</summary>
    public static Error? Explain(IdentityResult result)
    {
        var broken = result.Errors.Where(error => error.Code.StartsWith(CodePrefix, StringComparison.Ordinal)).Select(error => error.Description).ToArray();
        return broken.Length == 0 ? null : Error.Invalid("password", string.Join(' ', broken));
    }

    private static Task<IdentityResult> Refuse(string code, string description) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = description }));
}
