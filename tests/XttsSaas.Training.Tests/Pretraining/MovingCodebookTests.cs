using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining.Dvae;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class MovingCodebookTests : IDisposable
{
    private const double Decay = 0.9;
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly ModelWeights weights = new(CPU);

    public MovingCodebookTests()
    {
        weights.Add("codebook.embed", [1, 0, -1, 0, 1, 0], [2, 3]); // entries (1, 0), (0, 1), (-1, 0)
        weights.Add("codebook.cluster_size", [2, 2, 2], [3]);
        weights.Add("codebook.embed_avg", [2, 0, -2, 0, 2, 0], [2, 3]);
    }

    public void Dispose()
    {
        weights.Dispose();
        scope.Dispose();
    }

    [Fact]
    public void Follow_OneStep_MovesEveryEntryByItsLatents()
    {
        var latents = tensor(new float[] { 3, 1, 5, 1, 1, 4, -1, -2 }, [2L, 2L, 2L]);
        var codes = tensor(new long[] { 0, 0, 1, 2 }, [2L, 2L]);

        new MovingCodebook(weights, Decay).Follow(latents, codes, Stream());

        float[] sizes = [2, 1.9f, 1.9f]; // 0.9 · 2 + 0.1 · count
        Close(sizes, "codebook.cluster_size");
        float[] sums = [2.6f, 0.1f, -1.9f, 0.2f, 2.2f, -0.2f]; // 0.9 · old sum + 0.1 · sum of the latents
        Close(sums, "codebook.embed_avg");
        Close([.. sums.Select((sum, i) => sum / sizes[i % 3])], "codebook.embed");
    }

    [Fact]
    public void Follow_EntryThatNoLatentChooses_IsRevivedAtALatentWithTheAverageShare()
    {
        weights["codebook.cluster_size"].copy_(tensor(new float[] { 4, 4, 0.01f }));
        var latents = tensor(new float[] { 3, 1, 5, 1, 1, 4, -1, -2 }, [1L, 4L, 2L]);

        new MovingCodebook(weights, Decay).Follow(latents, tensor(new long[] { 0, 0, 1, 1 }, [1L, 4L]), Stream());

        var average = ((2 * 3.8) + 0.009) / 3;
        Assert.Equal(average, weights["codebook.cluster_size"][2].item<float>(), 4);
        var revived = weights["codebook.embed"].select(1, 2).ToHostArray();
        Assert.Contains(latents.flatten().ToHostArray().Chunk(2), latent => Math.Abs(latent[0] - revived[0]) + Math.Abs(latent[1] - revived[1]) < 1e-3);
    }

    [Fact]
    public void Start_LatentsInThreeHeaps_TakesTheirMeans()
    {
        float[][] centres = [[5, 5], [-5, 5], [0, -7]];
        float[] points = [.. centres.SelectMany(centre => new[] { 0.1f, -0.1f, 0.3f, -0.3f }.SelectMany(shift => new[] { centre[0] + shift, centre[1] - shift }))];

        new MovingCodebook(weights, Decay).Start(tensor(points, [12L, 2L]), perStep: 6, Stream());

        var found = weights["codebook.embed"].t().contiguous().ToHostArray().Chunk(2).ToList();
        Assert.All(centres, centre => Assert.Contains(found, mean => Math.Abs(mean[0] - centre[0]) + Math.Abs(mean[1] - centre[1]) < 1e-4));
        Close([2, 2, 2], "codebook.cluster_size");
        Close([.. weights["codebook.embed"].ToHostArray().Select(value => 2 * value)], "codebook.embed_avg");
    }

    private void Close(float[] expected, string name)
    {
        foreach (var (value, found) in expected.Zip(weights[name].ToHostArray()))
            Assert.Equal(value, found, 3);
    }

    private static SeededStream Stream() => new(1, "test");
}
