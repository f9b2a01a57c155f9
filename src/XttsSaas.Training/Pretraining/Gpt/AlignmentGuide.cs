using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining.Features;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>
/// Teaches the first head of some blocks to look at the letters that are being spoken (the idea of guided attention, Tachibana, Uenoyama
/// and Aihara 2018, with the true alignment instead of a diagonal).
/// </summary>
internal static class AlignmentGuide
{
    // Letters before and after the spoken one that count as it: letters of a word are placed in proportion only.
    private const double Before = 2;
    private const double After = 3;
    private const double Floor = 1e-3;

    /// <summary>Mean of minus the logarithm of the attention on the right letters, over codes and blocks; null where no clip says which.</summary>
    /// <param name="attention">[batch, heads, query, key] per block; keys and queries are latents, text, audio.</param>
    /// <param name="latents">Keys before the text.</param>
    /// <param name="textLength">Keys of the text: start, tokens, stop, padding.</param>
    /// <param name="clips">The batch.</param>
    public static Tensor? Loss(IReadOnlyList<Tensor> attention, int latents, int textLength, IReadOnlyList<ClipFeatures> clips)
    {
        var audioLength = (int)attention[0].shape[2] - latents - textLength;
        var wanted = new float[clips.Count * audioLength * textLength];
        var rows = new List<long>();
        for (var row = 0; row < clips.Count; row++)
        {
            for (var code = 0; code < clips[row].Letters.Length; code++)
            {
                var query = (row * audioLength) + code;
                rows.Add(query);
                Mark(wanted.AsSpan(query * textLength, clips[row].TextIds.Length + 2), clips[row].Letters[code] + 1);
            }
        }

        if (rows.Count == 0)
            return null;
        var mask = tensor(wanted, [clips.Count, audioLength, textLength]).to(attention[0].device);
        var index = tensor(rows.ToArray()).to(attention[0].device);
        return attention.Select(weights => Loss(weights, mask, index, latents, textLength)).Aggregate((sum, loss) => sum + loss) / attention.Count;
    }

    private static void Mark(Span<float> keys, double position)
    {
        var first = Math.Max(0, (int)Math.Ceiling(position - Before));
        var last = Math.Min(keys.Length - 1, (int)Math.Floor(position + After));
        keys[Math.Min(first, last)..(last + 1)].Fill(1);
    }

    private static Tensor Loss(Tensor weights, Tensor mask, Tensor index, int latents, int textLength)
    {
        var audio = mask.shape[1];
        var onText = weights.select(1, 0).narrow(1, latents + textLength, audio).narrow(2, latents, textLength); // [batch, audio, text]
        var share = (onText * mask).sum(2L).reshape(-1).index_select(0, index);
        return -(share + Floor).log().mean();
    }
}
