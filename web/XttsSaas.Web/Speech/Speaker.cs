using System.Runtime.InteropServices;
using Orleans.Runtime;
using XttsSaas.Abstractions.Quotas;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Audio.Wav;
using XttsSaas.Domain.Languages;
using XttsSaas.Domain.Synthesis;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Speech;

/// <summary>
/// Text to a WAV file, metered.
/// <code>
/// 1 check      text, language, settings, the voice and its consent     nothing is reserved yet
/// 2 reserve    characters and a concurrency slot under the request id
/// 3 speak      chunks from the inference silo, gathered
/// 4 settle     what the engine says it delivered, once per request id
/// </code>
/// Whatever ends between 2 and 4, a failure or a client that left, releases the reservation: speech that nobody can
/// receive is not billed.
/// </summary>
public sealed class Speaker(CurrentTenant tenant, TenantGrains grains, IGrainFactory factory, ILocalSiloDetails silo, TimeProvider time)
{
    public async Task<Result<SpokenAudio>> RunAsync(SpeechRequest body, RequestId request, CancellationToken cancellationToken)
    {
        var job = await CheckAsync(body, request);
        if (!job.Succeeded)
            return job.Error;
        var reserved = await grains.Quota.ReserveSpeechAsync(request, job.Value.Text.Length);
        if (reserved.Error is { } refused)
            return refused;
        var settled = false;
        try
        {
            var spoken = await SpeakAsync(job.Value, cancellationToken);
            settled = spoken.Succeeded;
            return spoken;
        }
        finally
        {
            if (!settled)
                await grains.Quota.ReleaseSpeechAsync(request);
        }
    }

    private async Task<Result<SpeechJob>> CheckAsync(SpeechRequest body, RequestId request)
    {
        if (body.Voice is not { } voice)
            return Error.Invalid("voice", "Name the voice that is to speak by its id.");
        if (SpeechTextValidator.Validate(body.Text).Error is { } badText)
            return badText;
        var settings = body.Settings();
        if (SpeechSettingsValidator.Validate(settings).ToResult().Error is { } badSetting)
            return badSetting;
        if (body.Language is { } asked && SpokenLanguages.Check(asked).Error is { } badLanguage)
            return badLanguage;
        var resolved = await grains.Voice(voice).ResolveAsync();
        return resolved.Succeeded
            ? new SpeechJob(request, resolved.Value, body.Text!, body.Language ?? resolved.Value.Language, settings)
            : resolved.Error;
    }

    private async Task<Result<SpokenAudio>> SpeakAsync(SpeechJob job, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var pcm = new MemoryStream();
        var delivered = 0;
        var worker = factory.GetGrain<ISynthesisWorkerGrain>(silo.Name);
        try
        {
            await foreach (var chunk in worker.SpeakAsync(job, cancellationToken).WithCancellation(cancellationToken))
            {
                pcm.Write(chunk.Pcm);
                delivered = chunk.CharactersDelivered;
            }
        }
        catch (ArgumentException refused)
        {
            return Error.Invalid("text", refused.Message);
        }
        if (delivered == 0 || pcm.Length == 0)
            return new Error(ErrorCode.Internal, "The engine made no sound of this text; nothing was billed. Quote the request id when you ask about it.");
        cancellationToken.ThrowIfCancellationRequested();
        var samples = MemoryMarshal.Cast<byte, short>(pcm.GetBuffer().AsSpan(0, (int)pcm.Length));
        var seconds = samples.Length / (double)SpeechChunk.SampleRate;
        var wav = WavWriter.ToBytes(samples, SpeechChunk.SampleRate);
        var settled = await grains.Quota.SettleSpeechAsync(new SpeechUsage(
            job.Id, tenant.Key, job.Voice.Voice, job.Language, delivered, seconds, time.GetElapsedTime(started).TotalSeconds));
        return settled.Error is { } error ? error : new SpokenAudio(wav, delivered, seconds, job.Settings.Seed);
    }
}
