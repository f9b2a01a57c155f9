using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>The DVAE's encoder: a mel to discrete audio codes, four frames per code.</summary>
public sealed class DvaeEncoder(ModelWeights weights)
{
    private readonly DvaeLayers layers = new(weights, "encoder");
    private readonly Codebook codebook = new(weights);

    /// <summary>Continuous latents [batch, ⌈⌈frames / 2⌉ / 2⌉, width] of a normalised log mel [batch, mels, frames].</summary>
    public Tensor Forward(Tensor mel) => layers.Forward(mel.to(weights.Device)).transpose(1, 2);

    /// <summary>Codes [batch, ⌈⌈frames / 2⌉ / 2⌉] of a normalised log mel [batch, mels, frames], int64, on the host.</summary>
    public long[,] Encode(Tensor mel)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var nearest = codebook.Nearest(Forward(mel)).cpu();
        var (rows, columns) = (nearest.shape[0], nearest.shape[1]);
        var flat = nearest.contiguous().data<long>().ToArray();
        var codes = new long[rows, columns];
        Buffer.BlockCopy(flat, 0, codes, 0, flat.Length * sizeof(long));
        return codes;
    }
}
