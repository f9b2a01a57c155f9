namespace XttsSaas.Abstractions.Voices;

/// <summary>
/// One trained state of a voice, numbered from 1. <paramref name="Checkpoint"/> is the checkpoint folder relative to
/// the model store's root and <paramref name="CheckpointSha256"/> the digest of its manifest.
/// </summary>
[GenerateSerializer, Immutable, Alias("VoiceVersion")]
public sealed record VoiceVersion(
    int Number,
    SessionId Session,
    string Checkpoint,
    string CheckpointSha256,
    double? ValidationLoss,
    DateTimeOffset CreatedAt);
