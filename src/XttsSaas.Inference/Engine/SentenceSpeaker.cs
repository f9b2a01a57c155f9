using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Inference.Engine;

/// <summary>Text ids of one sentence to samples, at once or in chunks; both ways walk the same <see cref="CodeGenerator"/>.</summary>
internal sealed class SentenceSpeaker(CodeGenerator generator, SpeechDecoder decoder, XttsModelArgs args, TimeProvider time)
{
    /// <summary>Codes and hidden states of a sentence.</summary>
    public GeneratedCodes Generate(SentenceTask task, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var prefill = TimeSpan.Zero;
        var codes = new List<int>();
        var hidden = new List<float>(); // [codes, C]
        foreach (var step in Steps(task, cancellationToken))
        {
            if (codes.Count == 0)
                prefill = time.GetElapsedTime(started);
            codes.Add(step.Code);
            hidden.AddRange(step.Hidden);
        }
        return new GeneratedCodes(codes, [.. hidden], codes[^1] == args.GptStopAudioToken, prefill, time.GetElapsedTime(started) - prefill);
    }

    /// <summary>Samples of hidden states, row-major [codes, C].</summary>
    public float[] Decode(float[] hidden, SentenceTask task) => decoder.Decode(hidden, task.Voice, task.Sampling.Speed);

    /// <summary>
    /// Samples in chunks. After every <see cref="StreamOptions.ChunkCodes"/> codes all hidden states so far are decoded anew, since the
    /// vocoder looks ahead, and <see cref="ChunkCrossfade"/> cuts the new piece.
    /// </summary>
    public IEnumerable<(float[] Samples, int Codes, bool IsLast)> Stream(SentenceTask task, StreamOptions options, CancellationToken cancellationToken)
    {
        var crossfade = new ChunkCrossfade(options);
        var hidden = new List<float>();
        float[] wave = [];
        var (pending, unsent) = (0, 0);
        foreach (var step in Steps(task, cancellationToken))
        {
            hidden.AddRange(step.Hidden);
            unsent++;
            if (++pending < options.ChunkCodes)
                continue;
            pending = 0;
            wave = Decode([.. hidden], task);
            if (crossfade.Next(wave) is not { Length: > 0 } chunk)
                continue;
            yield return (chunk, unsent, false);
            unsent = 0;
        }
        if (pending > 0)
            wave = Decode([.. hidden], task);
        yield return (crossfade.Last(wave), unsent, true);
    }

    /// <summary>The code generation itself.</summary>
    public IEnumerable<CodeStep> Steps(SentenceTask task, CancellationToken cancellationToken)
    {
        var draws = WeightFormula.SplitMix(unchecked((ulong)task.Sampling.Seed), (ulong)task.Number);
        var sampler = new CodeSampler(task.Sampling, args.GptStartAudioToken, args.GptStopAudioToken, draws);
        return generator.Generate(task.Voice.GptLatents, task.Ids, sampler, task.MaxCodes, cancellationToken);
    }
}
