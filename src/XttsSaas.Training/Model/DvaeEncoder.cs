using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// The DVAE's encoder: a mel to discrete audio codes, four frames per code. Read from the checkpoint's own numbering:
/// <c>encoder.i.0</c> a strided convolution and ReLU, <c>encoder.i.net</c> a residual block, <c>encoder.i</c> the last convolution.
/// </summary>
public sealed class DvaeEncoder
{
    private readonly ModelWeights weights;
    private readonly List<Func<Tensor, Tensor>> layers = [];

    public DvaeEncoder(ModelWeights weights)
    {
        this.weights = weights;
        for (var i = 0; i < weights.Count("encoder"); i++)
        {
            var prefix = $"encoder.{i}";
            if (weights.Contains(prefix + ".0.weight"))
                layers.Add(input => nn.functional.relu(Convolve(input, prefix + ".0", stride: 2)));
            else if (weights.Contains(prefix + ".net.0.weight"))
                layers.Add(input => Residual(input, prefix + ".net"));
            else
                layers.Add(input => Convolve(input, prefix));
        }
    }

    /// <summary>Codes [batch, ⌈⌈frames / 2⌉ / 2⌉] of a normalised log mel [batch, mels, frames], int64, on the host.</summary>
    public long[,] Encode(Tensor mel)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var hidden = mel.to(weights.Device);
        foreach (var layer in layers)
            hidden = layer(hidden);

        var vectors = hidden.transpose(1, 2); // [batch, codes, width]
        var codebook = weights["codebook.embed"]; // [width, entries]
        var distances = vectors.pow(2).sum(-1, keepdim: true) - (matmul(vectors, codebook) * 2) + codebook.pow(2).sum(0, keepdim: true);
        var nearest = distances.argmin(-1).cpu();
        var (rows, columns) = (nearest.shape[0], nearest.shape[1]);
        var flat = nearest.contiguous().data<long>().ToArray();
        var codes = new long[rows, columns];
        Buffer.BlockCopy(flat, 0, codes, 0, flat.Length * sizeof(long));
        return codes;
    }

    private Tensor Residual(Tensor input, string prefix)
    {
        var hidden = nn.functional.relu(Convolve(input, prefix + ".0"));
        hidden = nn.functional.relu(Convolve(hidden, prefix + ".2"));
        return input + Convolve(hidden, prefix + ".4");
    }

    private Tensor Convolve(Tensor input, string prefix, long stride = 1)
    {
        var kernel = weights[prefix + ".weight"]; // [out, in, width]
        return nn.functional.conv1d(input, kernel, weights[prefix + ".bias"], stride: stride, padding: kernel.shape[2] / 2);
    }
}
