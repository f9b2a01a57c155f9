using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Uploads;

/// <summary>Sends stored audio with range support, so that players can seek.</summary>
public static class AudioResponses
{
    public static async Task<Results<FileStreamHttpResult, ProblemResult>> SendAudioAsync(
        this IBlobStore blobs, TenantId tenant, BlobId blob, string contentType, string fileName, CancellationToken cancellationToken)
    {
        var stream = await blobs.OpenReadAsync(tenant, blob, cancellationToken);
        return stream is null
            ? new ProblemResult(Error.NotFound("recording"))
            : TypedResults.Stream(stream, contentType, fileName, enableRangeProcessing: true);
    }

    /// <summary>The media type by a file's ending; players need it, and whatever is unknown stays bytes.</summary>
    public static string ContentType(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".wav" => "audio/wav",
        ".mp3" => "audio/mpeg",
        ".flac" => "audio/flac",
        ".ogg" or ".oga" or ".opus" => "audio/ogg",
        ".m4a" or ".mp4" => "audio/mp4",
        ".webm" => "audio/webm",
        _ => "application/octet-stream",
    };
}
