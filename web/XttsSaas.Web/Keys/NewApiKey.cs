using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Keys;

/// <summary>A key that was just made, with the secret that is shown this once.</summary>
public sealed record NewApiKey(ApiKeyRecord Key, string Secret);
