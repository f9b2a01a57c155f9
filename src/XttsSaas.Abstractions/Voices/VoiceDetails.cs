namespace XttsSaas.Abstractions.Voices;

/// <summary>A voice as its owner sees it. <paramref name="ActiveVersion"/> 0 means the base model, zero-shot.</summary>
[GenerateSerializer, Immutable, Alias("VoiceDetails")]
public sealed record VoiceDetails(
    VoiceId Id,
    string Name,
    string Language,
    string BaseModel,
    ConsentStatement? Consent,
    IReadOnlyList<VoiceReference> References,
    IReadOnlyList<VoiceVersion> Versions,
    int ActiveVersion,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether speech can be asked for now: consent given and at least one reference clip.</summary>
    public bool Speakable => Consent is not null && References.Count > 0;
}
