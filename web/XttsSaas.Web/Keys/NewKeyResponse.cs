namespace XttsSaas.Web.Keys;

/// <summary>The only answer that ever holds a key's secret.</summary>
public sealed record NewKeyResponse(ApiKeyId Id, string Name, string Hint, string Secret, DateTimeOffset CreatedAt)
{
    public static NewKeyResponse Of(NewApiKey made) => new(made.Key.Id, made.Key.Name, made.Key.Hint, made.Secret, made.Key.CreatedAt);
}
