namespace XttsSaas.Web.Voices;

/// <summary>A voice to make. Without <paramref name="BaseModel"/> it stands on the platform's default model.</summary>
public sealed record CreateVoiceRequest(string? Name, string? Language, string? BaseModel, ConsentRequest? Consent);
