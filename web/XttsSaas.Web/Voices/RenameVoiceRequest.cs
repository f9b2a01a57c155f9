namespace XttsSaas.Web.Voices;

public sealed record RenameVoiceRequest(string? Name);
