using XttsSaas.Abstractions.Voices;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Voices;

/// <summary>The speaker's permission, as the person who records it writes it down.</summary>
public sealed record ConsentRequest(string? SpeakerName, string? Statement)
{
    /// <summary>A consent is recorded by somebody: a key that nobody stands behind cannot do it.</summary>
    public Result<ConsentStatement> ToStatement(CurrentTenant tenant, DateTimeOffset now) => tenant.User is { } user
        ? new ConsentStatement(SpeakerName?.Trim() ?? string.Empty, Statement?.Trim() ?? string.Empty, user, now)
        : new Error(ErrorCode.Forbidden, "Consent must be recorded by a person; this API key belongs to none.");
}
