using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Tests.Model;

public sealed class VocoderTests : IDisposable
{
    private const int Codes = 3;

    private static readonly XttsConfig Config = new()
    {
        ModelArgs = new XttsModelArgs { GptNModelChannels = 3, DecoderInputDim = 3, DVectorDim = 4, GptCodeStrideLen = 16, OutputHopLength = 4 },
        Architecture = new ArchitectureConfig
        {
            Vocoder = new VocoderConfig
            {
                UpsampleInitialChannel = 8, UpsampleRates = [2, 2], UpsampleKernelSizes = [4, 4],
                ResblockKernelSizes = [3, 5], ResblockDilationSizes = [[1, 3], [1]],
            },
        },
    };

    private readonly torch.Tensor latents = Noise(1, 2, Codes, 3);
    private readonly torch.Tensor speakers = Noise(2, 2, 4);
    private readonly ModelWeights weights = SmallWeights.Of(TensorLayout.Model(Config), TensorNames.Vocoder);

    public void Dispose()
    {
        weights.Dispose();
        latents.Dispose();
        speakers.Dispose();
    }

    [Fact]
    public void Forward_Batch_GivesWhatItsRowsGiveAlone()
    {
        using var scope = torch.NewDisposeScope();
        var vocoder = new Vocoder(weights, Config);

        var together = vocoder.Forward(latents, speakers);

        Assert.Equal([2, 1, 4 * 13], together.shape); // 3 codes, ×4, ×24,000 / 22,050 rounded down, 4 samples per frame
        for (var row = 0; row < 2; row++)
            Assert.True(together.narrow(0, row, 1).allclose(vocoder.Forward(latents.narrow(0, row, 1), speakers.narrow(0, row, 1)), rtol: 1e-12, atol: 1e-12));
    }

    [Fact]
    public void Forward_EveryParameter_HasTheGradientOfItsSlope()
    {
        using var weighting = Noise(3, 2, 1, 52);
        var vocoder = new Vocoder(weights, Config);
        SmallWeights.AssertGradients(weights, _ => true, () => (vocoder.Forward(latents, speakers) * weighting).sum());
    }

    [Fact]
    public void Stretch_HalfSpeed_DoublesTheLatents()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal([2, 2 * Codes, 3], Vocoder.Stretch(latents, 2).shape);
    }

    [Fact]
    public void Forward_KnownPitch_GivesEveryLayerTheGradientOfItsSlope()
    {
        var config = Excited();
        using var own = SmallWeights.Of(TensorLayout.Model(config), TensorNames.Vocoder);
        using var weighting = Noise(3, 2, 1, 52);
        using var reading = Noise(4, 2, 2, 13);
        var vocoder = new Vocoder(own, config);
        float[] pitch = [.. Enumerable.Range(0, 2 * 13).Select(frame => frame % 5 == 0 ? 0 : 7 + (frame / 20f))];

        SmallWeights.AssertGradients(own, _ => true, () =>
        {
            var (waveform, predicted) = vocoder.Forward(latents, speakers, pitch);
            return (waveform * weighting).sum() + (predicted * reading).sum();
        });
    }

    [Fact]
    public void Forward_OwnPitch_IsWhatTheSamePitchGivesWhenKnown()
    {
        using var scope = torch.NewDisposeScope();
        var config = Excited();
        using var own = SmallWeights.Of(TensorLayout.Model(config), TensorNames.Vocoder);
        var vocoder = new Vocoder(own, config);
        var (_, predicted) = vocoder.Forward(latents, speakers, new float[2 * 13]);
        var octaves = (predicted.select(1, 0) + Excitation.PitchOrigin).clamp(Math.Log2(Excitation.LowestPitch), Math.Log2(Excitation.HighestPitch));
        var voiced = predicted.select(1, 1).gt(0);
        var pitch = (octaves * voiced.to_type(torch.ScalarType.Float64)).contiguous().data<double>().ToArray();

        var (known, _) = vocoder.Forward(latents, speakers, Array.ConvertAll(pitch, value => (float)value));

        Assert.True(voiced.any().item<bool>());
        Assert.True(known.allclose(vocoder.Forward(latents, speakers), rtol: 1e-3, atol: 1e-3));
    }

    private static XttsConfig Excited() => Config with
    {
        Architecture = Config.Architecture with { Vocoder = Config.Architecture.Vocoder with { ExcitationChannels = 5 } },
    };

    private static torch.Tensor Noise(int seed, params long[] shape)
    {
        torch.manual_seed(seed);
        return torch.randn(shape, torch.ScalarType.Float64);
    }
}
