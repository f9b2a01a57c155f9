using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Models;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Voices;

/// <summary>/v1/voices: the voice itself and which of its versions speaks.</summary>
public static class VoiceEndpoints
{
    public const string One = "/{voice:id(voi)}";

    private const string Thing = "voice";

    public static void MapVoices(this IEndpointRouteBuilder app)
    {
        var voices = app.MapGroup("/v1/voices").WithTags("Voices").RequireAuthorization(Policies.Tenant);
        voices.MapPost("/", CreateAsync).WithName("CreateVoice").WithSummary("Make a voice.");
        voices.MapGet("/", ListAsync).WithName("ListVoices").WithSummary("List the voices, newest first.");
        voices.MapGet(One, GetAsync).WithName("GetVoice").WithSummary("Get a voice.");
        voices.MapPatch(One, RenameAsync).WithName("RenameVoice").WithSummary("Give a voice another name.");
        voices.MapDelete(One, DeleteAsync).WithName("DeleteVoice").WithSummary("Delete a voice with its references and versions.");
        voices.MapPost($"{One}/versions/{{number:int}}/activate", ActivateAsync).WithName("ActivateVoiceVersion").WithSummary("Make a version speak; 0 is the base model.");
        voices.MapConsent();
        voices.MapReferences();
    }

    private static async Task<Results<Created<VoiceResponse>, ProblemResult>> CreateAsync(
        CreateVoiceRequest body, CurrentTenant tenant, TenantGrains grains, IOptions<ModelOptions> models, TimeProvider time)
    {
        var now = time.GetUtcNow();
        ConsentStatement? consent = null;
        if (body.Consent is { } given)
        {
            var stated = given.ToStatement(tenant, now);
            if (!stated.Succeeded)
                return new ProblemResult(stated.Error);
            consent = stated.Value;
        }
        var draft = new VoiceDraft(body.Name?.Trim() ?? string.Empty, body.Language ?? string.Empty, body.BaseModel ?? models.Value.Default, consent);
        var made = await grains.Voice(VoiceId.New(now)).CreateAsync(draft);
        return made.ToCreated(VoiceResponse.Of, voice => $"/v1/voices/{voice.Id}");
    }

    private static async Task<Results<Ok<Page<VoiceResponse>>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, CurrentTenant tenant, TenantGrains grains, ResourcePages pages, CancellationToken cancellationToken) =>
        await pages.ListAsync(tenant, ResourceKind.Voice, page, id => grains.Voice(VoiceId.Parse(id, null)).GetAsync(), VoiceResponse.Of, cancellationToken);

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> GetAsync(VoiceId voice, TenantGrains grains) =>
        (await grains.Voice(voice).GetAsync()).ToOkOrNotFound(Thing, VoiceResponse.Of);

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> RenameAsync(VoiceId voice, RenameVoiceRequest body, TenantGrains grains) =>
        (await grains.Voice(voice).RenameAsync(body.Name?.Trim() ?? string.Empty)).ToOk(VoiceResponse.Of);

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(VoiceId voice, TenantGrains grains) =>
        (await grains.Voice(voice).DeleteAsync()).ToNoContent();

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> ActivateAsync(VoiceId voice, int number, TenantGrains grains) =>
        (await grains.Voice(voice).ActivateVersionAsync(number)).ToOk(VoiceResponse.Of);
}
