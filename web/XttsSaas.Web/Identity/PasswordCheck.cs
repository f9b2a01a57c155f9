using Microsoft.AspNetCore.Identity;
using XttsSaas.Persistence.Model;

namespace XttsSaas.Web.Identity;

/// <summary>
/// Checks e-mail and password with lockout. Every refusal has the same words, and an unknown address costs one
/// password hash like a known one, so that neither text nor time tells which accounts exist.
/// </summary>
public sealed class PasswordCheck(UserManager<PlatformUser> users, IPasswordHasher<PlatformUser> hasher)
{
    private static readonly Error Refused = new(
        ErrorCode.Unauthenticated,
        "E-mail or password is wrong. After several wrong tries an account pauses for a few minutes.");

    private static readonly PlatformUser Nobody = new();

    public async Task<Result<PlatformUser>> RunAsync(string? email, string? password)
    {
        if (string.IsNullOrWhiteSpace(email))
            return Error.Invalid("email", "Give the e-mail address that you signed up with.");
        if (string.IsNullOrEmpty(password))
            return Error.Invalid("password", "Give the password.");
        if (password.Length > PasswordRules.MaxLength)
            return Refused;
        if (await users.FindByEmailAsync(email.Trim()) is not { } user)
        {
            hasher.HashPassword(Nobody, password);
            return Refused;
        }
        return await VerifyAsync(user, password);
    }

    private async Task<Result<PlatformUser>> VerifyAsync(PlatformUser user, string password)
    {
        var right = await users.CheckPasswordAsync(user, password);
        if (await users.IsLockedOutAsync(user))
            return Refused;
        if (!right)
        {
            await users.AccessFailedAsync(user);
            return Refused;
        }
        await users.ResetAccessFailedCountAsync(user);
        return user;
    }
}
