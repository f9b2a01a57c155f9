using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Web.Voices;

/// <summary>A voice. <paramref name="ActiveVersion"/> 0 is the base model; <paramref name="Speakable"/> says whether speech can be asked for now.</summary>
public sealed record VoiceResponse(
    VoiceId Id,
    string Name,
    string Language,
    string BaseModel,
    ConsentResponse? Consent,
    IReadOnlyList<ReferenceResponse> References,
    IReadOnlyList<VersionResponse> Versions,
    int ActiveVersion,
    bool Speakable,
    DateTimeOffset CreatedAt)
{
    public static VoiceResponse Of(VoiceDetails voice) => new(
        voice.Id,
        voice.Name,
        voice.Language,
        voice.BaseModel,
        voice.Consent is { } consent ? new ConsentResponse(consent.SpeakerName, consent.Statement, consent.RecordedBy, consent.RecordedAt) : null,
        [.. voice.References.Select(clip => new ReferenceResponse(clip.Blob, clip.FileName, clip.Seconds))],
        [.. voice.Versions.Select(version => new VersionResponse(version.Number, version.Session, version.CheckpointSha256, version.ValidationLoss, version.CreatedAt))],
        voice.ActiveVersion,
        voice.Speakable,
        voice.CreatedAt);
}
