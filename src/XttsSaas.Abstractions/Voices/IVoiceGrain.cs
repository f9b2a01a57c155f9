namespace XttsSaas.Abstractions.Voices;

/// <summary>One voice (key: tenant/voice): reference audio, consent, versions and which of them speaks.</summary>
[Alias("IVoiceGrain")]
public interface IVoiceGrain : IGrainWithStringKey
{
    Task<Result<VoiceDetails>> CreateAsync(VoiceDraft draft);

    /// <summary>The voice, or null when there is none.</summary>
    Task<VoiceDetails?> GetAsync();

    Task<Result<VoiceDetails>> RenameAsync(string name);

    Task<Result<VoiceDetails>> AddReferenceAsync(VoiceReference reference);

    Task<Result<VoiceDetails>> RecordConsentAsync(ConsentStatement consent);

    /// <summary>Takes consent back; speech stops with the next request.</summary>
    Task<Result<VoiceDetails>> RevokeConsentAsync();

    /// <summary>Adds a session's result as the next version and activates it; the same session twice changes nothing.</summary>
    Task<Result<VoiceDetails>> AddVersionAsync(SessionId session, string checkpoint, string checkpointSha256, double? validationLoss, bool active = true);

    /// <summary>Makes a version speak: forward, back, or 0 for the base model.</summary>
    Task<Result<VoiceDetails>> ActivateVersionAsync(int number);

    /// <summary>What the engine needs, or why this voice may not speak.</summary>
    Task<Result<SpeakableVoice>> ResolveAsync();

    Task<Result> DeleteAsync();
}
