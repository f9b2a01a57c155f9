using TorchSharp;
using XttsSaas.Training.Model;

namespace XttsSaas.Training.Tests.Model;

public sealed class XttsGptTests
{
    [Fact]
    public void Prefix_TextLongerThanItsPositions_SaysHowManyThereAre()
    {
        using var weights = GoldenModel.Gpt();
        using var latents = torch.zeros(1, 32, 64);
        var error = Assert.Throws<ArgumentException>(() => new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0).Prefix(latents, new int[403]));
        Assert.Contains("at most 402", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Continue_OneByOne_GivesWhatOnePassGives()
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);
        var latents = torch.ones(1, 32, 64);
        int[] codes = [1024, 5, 17, 900];

        var together = model.Continue(torch.cat([model.Prefix(latents, [259, 7]), model.EmbedCodes(codes, 0)], 1), model.NewCaches());

        var caches = model.NewCaches();
        model.Continue(model.Prefix(latents, [259, 7]), caches);
        for (var i = 0; i < codes.Length; i++)
        {
            var alone = model.Continue(model.EmbedCodes([codes[i]], i), caches);
            Assert.True(alone.allclose(together.narrow(1, together.shape[1] - codes.Length + i, 1), rtol: 1e-4, atol: 1e-5));
        }
        Assert.Equal(together.shape[1], caches[0].Length);
        Assert.Equal([1, 4, together.shape[1], 16], caches[2].Keys.shape);
    }
}
