namespace XttsSaas.Abstractions.Ids;

/// <summary>
/// Grain keys. A tenant's own grains have the tenant id as key, everything below it "tenant/child", so that no
/// key exists without its owner and a foreign tenant's child cannot even be addressed.
/// </summary>
public static class GrainKeys
{
    public const char Separator = '/';

    public static string Of(TenantId tenant) => tenant.Value;

    public static string Of(TenantId tenant, VoiceId voice) => Join(tenant, voice.Value);

    public static string Of(TenantId tenant, DatasetId dataset) => Join(tenant, dataset.Value);

    public static string Of(TenantId tenant, SessionId session) => Join(tenant, session.Value);

    /// <summary>Splits a key into its owner and the child id's text (empty for the tenant's own grains).</summary>
    /// <exception cref="FormatException">The key does not start with a tenant id.</exception>
    public static (TenantId Tenant, string Child) Split(string key)
    {
        var at = key.IndexOf(Separator);
        var owner = at < 0 ? key : key[..at];
        return (TenantId.Parse(owner, null), at < 0 ? string.Empty : key[(at + 1)..]);
    }

    private static string Join(TenantId tenant, string child) => $"{tenant.Value}{Separator}{child}";
}
