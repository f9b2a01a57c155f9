using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Engine;

/// <summary>Embeddings [latents + text + 3, C] of everything up to the audio start code: [latents | start, text, stop | start].</summary>
internal sealed class PrefixBuilder(EmbeddingTables tables, XttsModelArgs args, int startText, int stopText)
{
    /// <exception cref="ArgumentException">The text has more ids than the model takes.</exception>
    public float[] Build(float[] gptLatents, IReadOnlyList<int> text)
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
