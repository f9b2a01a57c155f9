namespace XttsSaas.Web.Voices;

/// <summary>A trained version of a voice.</summary>
public sealed record VersionResponse(int Number, SessionId Session, string CheckpointSha256, double? ValidationLoss, DateTimeOffset CreatedAt);
