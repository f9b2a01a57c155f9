using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Sampling;

namespace XttsSaas.Silo.Inference;

/// <summary>
/// Speech on this silo. Data path of a request: checkpoint → exported and loaded model → conditioning latents of the
/// voice → sentences one by one, each in its turn at the gate → PCM16 chunks.
/// </summary>
internal sealed class SpeechEngine(SpeechModels models, VoiceLatents latents, IOptions<InferenceOptions> options) : ISpeechEngine
{
    private const int AverageSentence = 80;
    private readonly SpeechGate _gate = new(options.Value.Parallel);

    public async IAsyncEnumerable<SpeechChunk> SpeakAsync(SpeechJob job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var model = await models.RentAsync(models.FolderOf(job.Voice), cancellationToken);
        if (model.Value.Config.ModelArgs.OutputSampleRate != SpeechChunk.SampleRate)
            throw new NotSupportedException($"The model speaks at {model.Value.Config.ModelArgs.OutputSampleRate} Hz; only {SpeechChunk.SampleRate} Hz is served.");
        var request = new SynthesisRequest(job.Text, job.Language, await ConditionAsync(model.Value, job, cancellationToken), Sampling(job.Settings, model.Value));
        var delivered = 0;
        await using var sentences = model.Value.Synthesize(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(sentences, job, delivered, cancellationToken) is { } sentence)
        {
            foreach (var chunk in PcmChunks.Cut(sentence.Samples, delivered, sentence.CharactersCompleted))
                yield return chunk;
            delivered = sentence.CharactersCompleted;
        }
    }

    private async Task<ConditioningLatents> ConditionAsync(XttsEngine engine, SpeechJob job, CancellationToken cancellationToken)
    {
        using var turn = await _gate.EnterAsync(job.Voice.Tenant, 0, cancellationToken);
        return await Task.Run(() => latents.GetAsync(engine, job.Voice, cancellationToken), cancellationToken);
    }

    /// <summary>Computes the next sentence in its turn; null after the last.</summary>
    private async Task<AudioChunk?> NextAsync(IAsyncEnumerator<AudioChunk> sentences, SpeechJob job, int delivered, CancellationToken cancellationToken)
    {
        if (delivered == job.Text.Length)
            return null;
        // A sentence's length is known only afterwards; an average one is charged.
        using var turn = await _gate.EnterAsync(job.Voice.Tenant, Math.Min(AverageSentence, job.Text.Length - delivered), cancellationToken);
        return await sentences.MoveNextAsync() ? sentences.Current : null;
    }

    private static SamplingOptions Sampling(SpeechSettings settings, XttsEngine engine)
    {
        var own = SamplingOptions.Of(engine.Config);
        return own with
        {
            Temperature = settings.Temperature ?? own.Temperature,
            TopK = settings.TopK ?? own.TopK,
            TopP = settings.TopP ?? own.TopP,
            RepetitionPenalty = settings.RepetitionPenalty ?? own.RepetitionPenalty,
            Seed = settings.Seed,
            Speed = settings.Speed,
        };
    }
}
