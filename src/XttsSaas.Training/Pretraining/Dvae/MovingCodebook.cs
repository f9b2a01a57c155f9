using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>
/// A code book that follows the latents by exponential moving averages (van den Oord, Vinyals and Kavukcuoglu 2017, appendix A.1): of
/// how many latents choose each entry, and of their sum. Their quotient is the entry; Laplace smoothing keeps it finite.
/// </summary>
internal sealed class MovingCodebook(ModelWeights weights, double decay)
{
    private const double Smoothing = 1e-5;

    /// <summary>An entry that fewer latents choose than this share of the average is dead.</summary>
    private const double DeadShare = 0.05;

    private readonly Tensor entries = weights["codebook.embed"]; // [width, entries]
    private readonly Tensor sizes = weights["codebook.cluster_size"]; // [entries]
    private readonly Tensor sums = weights["codebook.embed_avg"]; // [width, entries]

    /// <summary>Whether a tensor of the DVAE is part of the code book.</summary>
    public static bool Owns(string name) => name.StartsWith("codebook.", StringComparison.Ordinal);

    /// <summary>Makes the entries the k-means of latents [count, width], of which each step brings <paramref name="perStep"/>.</summary>
    public void Start(Tensor latents, int perStep, SeededStream stream)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var means = KMeans.Fit(latents, (int)sizes.shape[0], stream); // [entries, width]
        sizes.fill_((double)perStep / sizes.shape[0]);
        entries.copy_(means.t());
        sums.copy_(entries * sizes);
    }

    /// <summary>Moves the averages by one step's latents [batch, codes, width] and the codes [batch, codes] that they chose, and revives dead entries.</summary>
    public void Follow(Tensor latents, Tensor codes, SeededStream stream)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var rows = latents.flatten(0, 1); // [latents, width]
        var chosen = nn.functional.one_hot(codes.flatten(), sizes.shape[0]).to_type(rows.dtype); // [latents, entries]
        sizes.mul_(decay).add_(chosen.sum(0L), alpha: 1 - decay);
        sums.mul_(decay).add_(rows.t().matmul(chosen), alpha: 1 - decay);
        Revive(rows, stream);
        var total = sizes.sum();
        entries.copy_(sums / ((sizes + Smoothing) / (total + (sizes.shape[0] * Smoothing)) * total));
    }

    /// <summary>Dead entries start again, each at a random latent and as if it had its average share.</summary>
    private void Revive(Tensor rows, SeededStream stream)
    {
        var values = sizes.ToHostArray();
        var average = values.Average();
        var dead = Enumerable.Range(0, values.Length).Where(entry => values[entry] < DeadShare * average).Select(entry => (long)entry).ToArray();
        if (dead.Length == 0)
            return;
        var order = stream.Permutation((int)rows.shape[0]);
        var sources = dead.Select((_, i) => (long)order[i % order.Length]).ToArray();
        var index = tensor(dead).to(sizes.device);
        var latents = rows.index_select(0, tensor(sources).to(rows.device)); // [dead, width]
        sizes.index_fill_(0, index, average);
        sums.index_copy_(1, index, latents.t() * average);
    }
}
