using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>Lloyd's k-means from the start of k-means++ (Arthur and Vassilvitskii 2007).</summary>
internal static class KMeans
{
    private const int Rounds = 20;

    /// <summary>Means [count, width] of points [points, width]; a mean that no point is nearest to stays where it was.</summary>
    public static Tensor Fit(Tensor points, int count, SeededStream stream)
    {
        using var scope = NewDisposeScope();
        var means = points.index_select(0, tensor(Spread(points, count, stream)).to(points.device));
        for (var round = 0; round < Rounds; round++)
            means = Improve(points, means);
        return means.MoveToOuterDisposeScope();
    }

    private static Tensor Improve(Tensor points, Tensor means)
    {
        using var scope = NewDisposeScope();
        var nearest = (means.pow(2).sum(1L) - (points.matmul(means.t()) * 2)).argmin(1); // [points]
        var chosen = nn.functional.one_hot(nearest, means.shape[0]).to_type(points.dtype); // [points, count]
        var sizes = chosen.sum(0L).unsqueeze(1); // [count, 1]
        var centres = chosen.t().matmul(points) / sizes.clamp_min(1);
        return where(sizes > 0, centres, means).MoveToOuterDisposeScope();
    }

    /// <summary>Points that lie apart: each is drawn with a probability that grows with its squared distance to those before it.</summary>
    private static long[] Spread(Tensor points, int count, SeededStream stream)
    {
        var first = stream.NextInt(0, (int)points.shape[0] - 1);
        var (chosen, nearest) = (new List<long> { first }, DistancesTo(points, first));
        while (chosen.Count < count)
        {
            var next = Draw(nearest, stream);
            chosen.Add(next);
            var distances = DistancesTo(points, next);
            for (var i = 0; i < nearest.Length; i++)
                nearest[i] = Math.Min(nearest[i], distances[i]);
        }

        return [.. chosen];
    }

    private static float[] DistancesTo(Tensor points, long index)
    {
        using var scope = NewDisposeScope();
        return (points - points.select(0, index)).pow(2).sum(1L).ToHostArray();
    }

    private static int Draw(float[] weights, SeededStream stream)
    {
        var left = stream.NextDouble() * weights.Sum(weight => (double)weight);
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }

        return stream.NextInt(0, weights.Length - 1); // all points coincide with chosen ones
    }
}
