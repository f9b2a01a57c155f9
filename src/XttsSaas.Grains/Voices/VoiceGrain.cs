using XttsSaas.Abstractions.Events;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Validation;
using XttsSaas.Domain.Voices;

namespace XttsSaas.Grains.Voices;

/// <inheritdoc cref="IVoiceGrain"/>
public sealed class VoiceGrain(
    [PersistentState(GrainStateNames.Voice, GrainStateNames.Storage)] IPersistentState<VoiceState> storage,
    IBlobStore blobs,
    IModelStore models,
    EventPublisher events,
    TimeProvider time) : Grain, IVoiceGrain
{
    private TenantId _tenant;
    private VoiceId _voice;

    private VoiceDetails? Details => storage.State.Details;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (tenant, child) = GrainKeys.Split(this.GetPrimaryKeyString());
        (_tenant, _voice) = (tenant, VoiceId.Parse(child, null));
        return Task.CompletedTask;
    }

    public async Task<Result<VoiceDetails>> CreateAsync(VoiceDraft draft)
    {
        if (Details is not null)
            return new Error(ErrorCode.Conflict, "The voice exists already.");
        if (VoiceDraftValidator.Validate(draft).Error is { } fault)
            return fault;
        return await SaveAsync(new VoiceDetails(
            _voice, draft.Name, draft.Language, draft.BaseModel, draft.Consent, [], [], 0, time.GetUtcNow()));
    }

    public Task<VoiceDetails?> GetAsync() => Task.FromResult(Details);

    public async Task<Result<VoiceDetails>> RenameAsync(string name)
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        var faults = new Faults();
        DisplayName.Check(faults, name, "name");
        return faults.ToResult().Error is { } fault ? fault : await SaveAsync(voice with { Name = name });
    }

    public async Task<Result<VoiceDetails>> AddReferenceAsync(VoiceReference reference)
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        if (voice.References.Any(r => r.Blob == reference.Blob))
            return voice;
        return VoiceReferenceRules.Check(voice.References.Count, reference).Error is { } fault
            ? fault
            : await SaveAsync(voice with { References = voice.References.Append(reference).ToArray() });
    }

    public async Task<Result<VoiceDetails>> RecordConsentAsync(ConsentStatement consent)
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        return ConsentValidator.Validate(consent).Error is { } fault
            ? fault
            : await SaveAsync(voice with { Consent = consent });
    }

    public async Task<Result<VoiceDetails>> RevokeConsentAsync() => Details is { } voice
        ? await SaveAsync(voice with { Consent = null })
        : Error.NotFound("voice");

    public async Task<Result<VoiceDetails>> AddVersionAsync(SessionId session, string checkpoint, string checkpointSha256, double? validationLoss, bool active = true)
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        if (voice.Versions.Any(v => v.Session == session))
            return voice;
        var number = voice.Versions.Select(v => v.Number).DefaultIfEmpty().Max() + 1;
        var version = new VoiceVersion(number, session, checkpoint, checkpointSha256, validationLoss, time.GetUtcNow());
        return await SaveAsync(voice with { Versions = voice.Versions.Append(version).ToArray(), ActiveVersion = active ? number : voice.ActiveVersion });
    }

    public async Task<Result<VoiceDetails>> ActivateVersionAsync(int number)
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        return number == 0 || voice.Versions.Any(v => v.Number == number)
            ? await SaveAsync(voice with { ActiveVersion = number })
            : Error.NotFound("voice version");
    }

    public Task<Result<SpeakableVoice>> ResolveAsync() => Task.FromResult(Resolve());

    public async Task<Result> DeleteAsync()
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        // Files first: a crash in between leaves a voice that can be deleted again, never files without an owner.
        foreach (var reference in voice.References)
            await blobs.DeleteAsync(_tenant, reference.Blob, CancellationToken.None);
        foreach (var version in voice.Versions)
            models.Delete(version.Checkpoint);
        await storage.RemoveAsync();
        await events.PublishAsync(_tenant, TenantEventKind.VoiceChanged, _voice.Value, new RemovedSubject(_voice.Value));
        return Result.Success;
    }

    private Result<SpeakableVoice> Resolve()
    {
        if (Details is not { } voice)
            return Error.NotFound("voice");
        if (voice.Consent is null)
            return new Error(ErrorCode.ConsentMissing, "The speaker's consent is not on record; record it before this voice may speak.");
        if (voice.References.Count == 0)
            return new Error(ErrorCode.VoiceNotReady, "The voice has no reference clip; add at least one recording of the speaker.");
        var version = voice.Versions.FirstOrDefault(v => v.Number == voice.ActiveVersion);
        return new SpeakableVoice(
            _tenant,
            _voice,
            voice.ActiveVersion,
            voice.BaseModel,
            version?.Checkpoint,
            version?.CheckpointSha256,
            voice.Language,
            voice.References.Select(r => r.Blob).ToArray());
    }

    private async Task<VoiceDetails> SaveAsync(VoiceDetails voice)
    {
        await storage.SaveAsync(storage.State with { Details = voice });
        await events.PublishAsync(_tenant, TenantEventKind.VoiceChanged, _voice.Value, voice);
        return voice;
    }
}
