using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// Text ids to audio codes. Sequence: [latents | start, text, stop | start, codes…]; the hidden state at the position whose input is code
/// i-1 predicts code i and is kept for the vocoder, so there is no second pass.
/// </summary>
internal sealed class CodeGenerator(OnnxModel gpt, PrefixBuilder prefixes, EmbeddingTables tables, XttsModelArgs args)
{
    /// <summary>Codes one by one, each computed when it is asked for, up to the stop code or <paramref name="maxCodes"/>.</summary>
    /// <exception cref="ArgumentException">The text has more ids than the model takes.</exception>
    public IEnumerable<CodeStep> Generate(float[] gptLatents, IReadOnlyList<int> text, CodeSampler sampler, int maxCodes, CancellationToken cancellationToken)
    {
        maxCodes = Math.Clamp(maxCodes, 1, args.MaxNewCodes);
        using var session = new GptSession(gpt, args);
        var (embedding, hidden) = (new float[args.GptNModelChannels], new float[args.GptNModelChannels]);
        var logits = session.Step(prefixes.Build(gptLatents, text), hidden);
        for (var count = 1; ; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float[] scores = [.. logits];
            var code = sampler.Next(scores);
            yield return new CodeStep(code, [.. hidden], logits, scores);
            if (code == args.GptStopAudioToken || count == maxCodes)
                yield break;
            tables.Code(code, count, embedding);
            logits = session.Step(embedding, hidden);
        }
    }
}
