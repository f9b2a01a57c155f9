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

    /// <summary>A last frame that differs by a hair from the silence before it keeps every frame in the sums.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    public void Condition_PromptPaddedWithSilence_GivesWhatEveryFrameGives(int silence)
    {
        using var scope = torch.NewDisposeScope();
        using var weights = GoldenModel.Gpt();
        var model = new XttsGpt(weights, GoldenModel.Dimensions, dropout: 0);
        var trained = weights["gpt.conditioning_encoder.init.weight"];
        trained.requires_grad_();
        torch.manual_seed(3);
        var mel = torch.cat([torch.randn(2, 80, 50), torch.full([2, 80, silence], -2.5f)], 2);
        var apart = mel + torch.cat([torch.zeros(49 + silence), torch.full([1], 1e-5f)]);

        var (folded, whole) = (Condition(mel), Condition(apart));

        Assert.True(folded.Latents.allclose(whole.Latents, rtol: 1e-4, atol: 1e-4));
        Assert.True(folded.Gradient.allclose(whole.Gradient, rtol: 1e-3, atol: 1e-3 * whole.Gradient.abs().max().item<float>()));

        (torch.Tensor Latents, torch.Tensor Gradient) Condition(torch.Tensor prompt)
        {
            trained.grad = null;
            var latents = model.Condition(prompt);
            (latents * torch.arange(latents.shape[2])).sum().backward();
            return (latents.detach(), trained.grad!);
        }
    }
}
