using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Model;

public sealed class DvaeTests : IDisposable
{
    private const int Frames = 10;

    private static readonly XttsConfig Config = new()
    {
        Architecture = new ArchitectureConfig { Dvae = new DvaeConfig { Channels = 4, HiddenDim = 4, CodebookDim = 3, NumTokens = 5, NumResnetBlocks = 1 } },
    };

    private readonly torch.Tensor mel = Mel();
    private readonly ModelWeights weights = SmallWeights.Of(TensorLayout.Dvae(Config), "");

    public void Dispose()
    {
        weights.Dispose();
        mel.Dispose();
    }

    [Fact]
    public void Forward_FramesThatDoNotFillACode_ScoresOnlyTheMel()
    {
        using var scope = torch.NewDisposeScope();

        var output = new Dvae(weights).Forward(mel);

        Assert.Equal([2, 3], output.Codes.shape);
        Assert.Equal([2, 4, 12], output.Reconstruction.shape);
        var error = (output.Reconstruction.narrow(2, 0, Frames) - mel).pow(2).mean().item<double>();
        Assert.Equal(error, output.ReconstructionLoss.item<double>(), 12);
    }

    [Fact]
    public void CommitmentLoss_EncoderParameters_HaveTheGradientOfTheirSlope()
    {
        var dvae = new Dvae(weights);
        SmallWeights.AssertGradients(weights, name => name.StartsWith("encoder.", StringComparison.Ordinal), () => dvae.Forward(mel).CommitmentLoss);
    }

    [Fact]
    public void ReconstructionLoss_DecoderParameters_HaveTheGradientOfTheirSlope()
    {
        var dvae = new Dvae(weights);
        SmallWeights.AssertGradients(weights, name => name.StartsWith("decoder.", StringComparison.Ordinal), () => dvae.Forward(mel).ReconstructionLoss);
    }

    [Fact]
    public void ReconstructionLoss_GradientOfTheLatents_PassesTheQuantisationStraight()
    {
        using var scope = torch.NewDisposeScope();
        foreach (var (_, parameter) in weights.All)
            parameter.requires_grad_(true);
        var dvae = new Dvae(weights);
        var output = dvae.Forward(mel);
        output.Latents.retain_grad();
        output.ReconstructionLoss.backward();

        // Through the code book instead: the gradient of an entry is the sum over the codes that chose it.
        var expected = torch.zeros_like(weights["codebook.embed"]).t().contiguous();
        expected.index_add_(0, output.Codes.reshape(-1), output.Latents.grad!.reshape(-1, 3), 1);
        weights["codebook.embed"].grad = null;
        var again = dvae.Decode(output.Codes).narrow(2, 0, Frames);
        torch.nn.functional.mse_loss(again, mel).backward();
        Assert.True(expected.t().allclose(weights["codebook.embed"].grad!, rtol: 1e-9, atol: 1e-12));
    }

    [Fact]
    public void Margins_NearestAndSecond_AreTheirDistancesApart()
    {
        using var scope = torch.NewDisposeScope();
        var dvae = new Dvae(weights);
        var latents = dvae.Forward(mel).Latents.detach();

        var margins = dvae.Margins(latents);

        var vector = latents[0, 1].unsqueeze(1); // [width, 1]
        var distances = (weights["codebook.embed"].detach() - vector).pow(2).sum(0L).data<double>().Order().ToArray();
        Assert.Equal(distances[1] - distances[0], margins[0, 1].item<double>(), 9);
    }

    private static torch.Tensor Mel()
    {
        torch.manual_seed(5);
        return torch.randn([2, 4, Frames], torch.ScalarType.Float64);
    }
}
