using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Voices;

/// <summary>Adds uploaded clips to a voice: all of a request's clips, or none of them reach it unchecked.</summary>
public sealed class ReferenceUpload(CurrentTenant tenant, TenantGrains grains, AudioIntake intake, IBlobStore blobs, IOptions<UploadOptions> limits)
{
    public async Task<Result<VoiceDetails>> RunAsync(VoiceId voice, HttpRequest request, CancellationToken cancellationToken)
    {
        var grain = grains.Voice(voice);
        if (await grain.GetAsync() is null)
            return Error.NotFound("voice");
        var clips = new List<StoredAudio>();
        var added = 0;
        try
        {
            if (await TakeAsync(request, clips, cancellationToken) is { } refused)
                return refused;
            Result<VoiceDetails> voiceNow = Error.Invalid("file", "The request brought no file; send at least one in a field named file.");
            foreach (var clip in clips)
            {
                voiceNow = await grain.AddReferenceAsync(new VoiceReference(clip.Blob.Id, clip.FileName, clip.Format.Seconds));
                if (!voiceNow.Succeeded)
                    return voiceNow;
                added++;
            }
            return voiceNow;
        }
        finally
        {
            foreach (var orphan in clips.Skip(added))
                await blobs.DeleteAsync(tenant.Id, orphan.Blob.Id, CancellationToken.None);
        }
    }

    private async Task<Error?> TakeAsync(HttpRequest request, List<StoredAudio> clips, CancellationToken cancellationToken)
    {
        await foreach (var part in MultipartUpload.ReadAsync(request, cancellationToken))
        {
            if (part.FileName is null)
                continue;
            var taken = await intake.TakeReferenceAsync(tenant.Id, part.FileName, part.Content, limits.Value.MaxReferenceBytes, cancellationToken);
            if (!taken.Succeeded)
                return taken.Error;
            clips.Add(taken.Value);
        }
        return null;
    }
}
