using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Model;

public sealed class SpeakerEncoderTests : IDisposable
{
    private static readonly XttsConfig Config = new()
    {
        ModelArgs = new XttsModelArgs { DVectorDim = 3 },
        Architecture = new ArchitectureConfig
        {
            SpeakerEncoder = new SpeakerEncoderConfig { MelChannels = 8, Layers = [1, 2, 1, 1], NumFilters = [4, 4, 6, 8], AttentionDim = 3, SeReduction = 2 },
        },
    };

    private readonly torch.Tensor mel = Mel();
    private readonly ModelWeights weights = SmallWeights.Of(TensorLayout.Model(Config), TensorNames.SpeakerEncoder);

    public void Dispose()
    {
        weights.Dispose();
        mel.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Forward_EveryParameter_HasTheGradientOfItsSlope(bool training)
    {
        var encoder = new SpeakerEncoder(weights, Config.Architecture.SpeakerEncoder);
        encoder.Mode.Training = training;
        using var weighting = torch.tensor(new double[] { 1, -2, 0.5, 0.25, 3, -1 }, [2L, 3L]);
        SmallWeights.AssertGradients(weights, IsParameter, () => (encoder.Forward(mel) * weighting).sum());
    }

    [Fact]
    public void Forward_Training_MovesTheRunningStatisticsByATenth()
    {
        using var scope = torch.NewDisposeScope();
        var encoder = new SpeakerEncoder(weights, Config.Architecture.SpeakerEncoder);
        var running = weights[TensorNames.SpeakerEncoder + ".bn1.running_mean"];
        var trace = new TensorTrace();
        encoder.Forward(mel, trace);
        var before = running.clone();

        encoder.Mode.Training = true;
        encoder.Forward(mel);

        var batch = trace.Tensors["conv1"].relu().mean([0L, 2L, 3L]);
        Assert.True(((before * 0.9) + (batch * 0.1)).allclose(running, rtol: 1e-9));
    }

    private static bool IsParameter(string name) =>
        !name.Contains(".running_", StringComparison.Ordinal) && !name.Contains(".torch_spec.", StringComparison.Ordinal);

    private static torch.Tensor Mel()
    {
        torch.manual_seed(6);
        return torch.randn([2, 8, 16], torch.ScalarType.Float64);
    }
}
