using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// Speaks a text code by code, always choosing the best. As in the reference, the repetition penalty also counts the id that stands for
/// the prefix there, 1, and the start code.
/// </summary>
public sealed class GreedyDecoder(XttsGpt model, GptDimensions dimensions)
{
    /// <summary>The id that stands for every position of the prefix.</summary>
    internal const int PrefixId = 1;


    /// <param name="latents">Conditioning latents [1, latents, channels].</param>
    /// <param name="text">Token ids, start and stop not included.</param>
    /// <param name="repetitionPenalty">Positive scores of ids that were seen are divided by it, negative ones multiplied; 1 leaves them.</param>
    /// <param name="maxCodes">Ends a text that does not stop.</param>
    public GreedyCodes Decode(Tensor latents, IReadOnlyList<int> text, double repetitionPenalty, int maxCodes)
    {
        using var gradients = no_grad();
        var caches = model.NewCaches();
        var (codes, margins, scores) = (new List<int>(), new List<float>(), new List<float[]>());
        try
        {
            var seen = new HashSet<int> { PrefixId, dimensions.StartAudio };
            do
            {
                scores.Add(codes.Count == 0 ? First(latents, text, caches) : Next(codes[^1], codes.Count, caches));
                var (best, margin) = Choose(scores[^1], seen, (float)repetitionPenalty);
                codes.Add(best);
                margins.Add(margin);
                seen.Add(best);
            }
            while (codes[^1] != dimensions.StopAudio && codes.Count < maxCodes);
        }
        finally
        {
            foreach (var cache in caches)
                cache.Dispose();
        }

        return new GreedyCodes([.. codes], [.. margins], scores);
    }

    private float[] First(Tensor latents, IReadOnlyList<int> text, IReadOnlyList<KeyValueCache> caches)
    {
        using var scope = NewDisposeScope();
        return Scores(cat([model.Prefix(latents, text), model.EmbedCodes([dimensions.StartAudio], position: 0)], 1), caches);
    }

    private float[] Next(int code, int position, IReadOnlyList<KeyValueCache> caches)
    {
        using var scope = NewDisposeScope();
        return Scores(model.EmbedCodes([code], position), caches);
    }

    private float[] Scores(Tensor embeddings, IReadOnlyList<KeyValueCache> caches)
    {
        var hidden = model.Continue(embeddings, caches);
        return model.AudioLogits(hidden.narrow(1, hidden.shape[1] - 1, 1)).ToHostArray();
    }

    private static (int Best, float Margin) Choose(float[] scores, HashSet<int> seen, float penalty)
    {
        var (best, first, second) = (-1, float.NegativeInfinity, float.NegativeInfinity);
        for (var id = 0; id < scores.Length; id++)
        {
            var score = !seen.Contains(id) ? scores[id] : scores[id] > 0 ? scores[id] / penalty : scores[id] * penalty;
            if (score > first)
                (best, first, second) = (id, score, first);
            else if (score > second)
                second = score;
        }

        return (best, first - second);
    }
}
