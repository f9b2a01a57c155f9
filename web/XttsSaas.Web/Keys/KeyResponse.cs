using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Keys;

/// <summary>A key as its tenant sees it after it was made.</summary>
public sealed record KeyResponse(ApiKeyId Id, string Name, string Hint, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    public static KeyResponse Of(ApiKeyRecord key) => new(key.Id, key.Name, key.Hint, key.CreatedAt, key.LastUsedAt);
}
