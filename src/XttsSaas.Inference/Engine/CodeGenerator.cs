using XttsSaas.Inference.Sampling;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// Text ids to audio codes. Sequence: [latents | start, text, stop | start, codes…]; the hidden state at the position whose input is code
/// i-1 predicts code i and is kept for the vocoder, so there is no second pass.
/// </summary>
internal sealed class CodeGenerator(OnnxModel gpt, EmbeddingTables tables, XttsModelArgs args, int startText, int stopText, TimeProvider time)
{
    public GeneratedCodes Generate(float[] gptLatents, IReadOnlyList<int> text, CodeSampler sampler, int maxCodes, CancellationToken cancellationToken)
    {
        var channels = args.GptNModelChannels;
        maxCodes = Math.Clamp(maxCodes, 1, args.MaxNewCodes);
        var started = time.GetTimestamp();
        using var session = new GptSession(gpt, args);
        var codes = new List<int>();
        var hidden = new List<float>(); // [codes, C]
        var state = new float[channels];
        var scores = session.Step(Prefix(gptLatents, text), state);
        var prefill = time.GetElapsedTime(started);
        var embedding = new float[channels];
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hidden.AddRange(state);
            codes.Add(sampler.Next(scores));
            if (codes[^1] == args.GptStopAudioToken || codes.Count == maxCodes)
                break;
            tables.Code(codes[^1], codes.Count, embedding);
            scores = session.Step(embedding, state);
        }
        return new GeneratedCodes(codes, [.. hidden], codes[^1] == args.GptStopAudioToken, prefill, time.GetElapsedTime(started) - prefill);
    }

    /// <summary>Embeddings [latents + text + 3, C] of everything up to the audio start code.</summary>
    public float[] Prefix(float[] gptLatents, IReadOnlyList<int> text)
    {
        if (text.Count >= args.GptMaxTextTokens)
            throw new ArgumentException($"The text has {text.Count} tokens; the model takes fewer than {args.GptMaxTextTokens}.", nameof(text));
        var channels = args.GptNModelChannels;
        var latents = gptLatents.Length / channels;
        int[] ids = [startText, .. text, stopText];
        var prefix = new float[(latents + ids.Length + 1) * channels];
        gptLatents.CopyTo(prefix, 0);
        for (var i = 0; i < ids.Length; i++)
            tables.Text(ids[i], i, prefix.AsSpan((latents + i) * channels, channels));
        tables.Code(args.GptStartAudioToken, 0, prefix.AsSpan((latents + ids.Length) * channels, channels));
        return prefix;
    }
}
