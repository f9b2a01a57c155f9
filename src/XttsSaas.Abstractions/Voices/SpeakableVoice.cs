namespace XttsSaas.Abstractions.Voices;

/// <summary>
/// What the inference side needs to speak as a voice: the checkpoint folder relative to the model store's root
/// (null: the base model itself) and the reference clips in order.
/// </summary>
[GenerateSerializer, Immutable, Alias("SpeakableVoice")]
public sealed record SpeakableVoice(
    TenantId Tenant,
    VoiceId Voice,
    int Version,
    string BaseModel,
    string? Checkpoint,
    string? CheckpointSha256,
    string Language,
    IReadOnlyList<BlobId> References);
