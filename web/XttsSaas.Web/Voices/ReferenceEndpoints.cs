using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Voices;

/// <summary>/v1/voices/{voice}/references: the clips that condition the model.</summary>
public static class ReferenceEndpoints
{
    public static void MapReferences(this IEndpointRouteBuilder voices)
    {
        voices.MapPost($"{VoiceEndpoints.One}/references", AddAsync).TakesFiles(voices)
            .WithName("AddVoiceReferences").WithSummary("Add reference clips: any audio format, stored as 22,050 Hz mono.");
        voices.MapGet($"{VoiceEndpoints.One}/references/{{reference:id(blb)}}/audio", GetAudioAsync)
            .WithName("GetVoiceReferenceAudio").WithSummary("Get a reference clip's audio.");
    }

    private static async Task<Results<Ok<VoiceResponse>, ProblemResult>> AddAsync(
        VoiceId voice, HttpRequest request, ReferenceUpload upload, CancellationToken cancellationToken) =>
        MultipartUpload.Check(request) ?? (await upload.RunAsync(voice, request, cancellationToken)).ToOk(VoiceResponse.Of);

    private static async Task<Results<FileStreamHttpResult, ProblemResult>> GetAudioAsync(
        VoiceId voice, BlobId reference, CurrentTenant tenant, TenantGrains grains, IBlobStore blobs, CancellationToken cancellationToken)
    {
        var clip = (await grains.Voice(voice).GetAsync())?.References.FirstOrDefault(r => r.Blob == reference);
        return clip is null
            ? new ProblemResult(Error.NotFound("recording"))
            : await blobs.SendAudioAsync(tenant.Id, clip.Blob, "audio/wav", $"{clip.Blob}.wav", cancellationToken);
    }
}
