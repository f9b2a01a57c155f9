using XttsSaas.Audio;
using XttsSaas.Audio.Decoding;
using XttsSaas.Audio.Probing;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Uploads;

/// <summary>
/// Takes recordings in: stored while they arrive, then looked at. Whatever is refused is removed again, so that a
/// failed upload leaves nothing behind.
/// </summary>
public sealed class AudioIntake(IBlobStore blobs, AudioProbe probe, AudioDecoder decoder)
{
    /// <summary>Hz of the clips that condition the model.</summary>
    public const int ReferenceRate = 22_050;

    /// <summary>Stores a recording as it is.</summary>
    public async Task<Result<StoredAudio>> TakeAsync(TenantId tenant, string fileName, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var stored = await blobs.WriteAsync(tenant, content, maxBytes, cancellationToken);
        if (!stored.Succeeded)
            return stored.Error with { Message = $"{fileName}: {stored.Error.Message}", Field = "file" };
        var accepted = false;
        try
        {
            var format = await ProbeAsync(tenant, stored.Value.Id, cancellationToken);
            if (!format.Succeeded)
                return format.Error.ToError(fileName);
            accepted = true;
            return new StoredAudio(stored.Value, fileName, format.Value);
        }
        finally
        {
            if (!accepted)
                await blobs.DeleteAsync(tenant, stored.Value.Id, CancellationToken.None);
        }
    }

    /// <summary>Stores a recording as 22,050 Hz mono WAV, whatever it was; the seconds are those of what was decoded.</summary>
    public async Task<Result<StoredAudio>> TakeReferenceAsync(TenantId tenant, string fileName, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var original = await TakeAsync(tenant, fileName, content, maxBytes, cancellationToken);
        if (!original.Succeeded)
            return original;
        var folder = Directory.CreateTempSubdirectory("xtts-reference-");
        try
        {
            return await ConvertAsync(tenant, original.Value, Path.Combine(folder.FullName, "reference.wav"), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
            await blobs.DeleteAsync(tenant, original.Value.Blob.Id, CancellationToken.None);
        }
    }

    private async Task<Result<StoredAudio>> ConvertAsync(TenantId tenant, StoredAudio original, string path, CancellationToken cancellationToken)
    {
        using var source = await blobs.OpenLocalAsync(tenant, original.Blob.Id, cancellationToken);
        if (source is null)
            return Error.NotFound("recording");
        var decoded = await decoder.DecodeToWavAsync(source.Path, ReferenceRate, range: null, path, cancellationToken);
        if (!decoded.Succeeded)
            return decoded.Error.ToError(original.FileName);
        await using var wav = File.OpenRead(path);
        var stored = await blobs.WriteAsync(tenant, wav, wav.Length, cancellationToken);
        if (!stored.Succeeded)
            return stored.Error;
        var format = original.Format with { Container = "wav", Codec = "pcm_s16le", SampleRate = ReferenceRate, Channels = 1, Seconds = decoded.Value };
        return new StoredAudio(stored.Value, original.FileName, format);
    }

    private async Task<AudioResult<AudioFormat>> ProbeAsync(TenantId tenant, BlobId blob, CancellationToken cancellationToken)
    {
        using var file = await blobs.OpenLocalAsync(tenant, blob, cancellationToken);
        return await probe.ProbeAsync(file?.Path ?? string.Empty, cancellationToken);
    }
}
