using Microsoft.AspNetCore.Identity;

namespace XttsSaas.Persistence.Model;

/// <summary>A person who can sign in. The key is a <see cref="UserId"/>'s text.</summary>
public sealed class PlatformUser : IdentityUser
{
    public DateTimeOffset CreatedAt { get; set; }

    public UserId UserId => UserId.Parse(Id, null);
}
