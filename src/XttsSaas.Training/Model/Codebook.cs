using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>The DVAE's code vectors, columns of <c>codebook.embed</c>.</summary>
public sealed class Codebook(ModelWeights weights)
{
    private readonly Tensor entries = weights["codebook.embed"]; // [width, entries]

    /// <summary>Squared distances [batch, codes, entries] of vectors [batch, codes, width].</summary>
    public Tensor Distances(Tensor vectors) =>
        vectors.pow(2).sum(-1, keepdim: true) - (matmul(vectors, entries) * 2) + entries.pow(2).sum(0, keepdim: true);

    /// <summary>The nearest entries of vectors [batch, codes, width], int64 [batch, codes].</summary>
    public Tensor Nearest(Tensor vectors) => Distances(vectors).argmin(-1);

    /// <summary>The vectors [batch, codes, width] of codes [batch, codes].</summary>
    public Tensor Vectors(Tensor codes) =>
        entries.t().index_select(0, codes.reshape(-1)).view(codes.shape[0], codes.shape[1], entries.shape[0]);
}
