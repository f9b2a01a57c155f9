using TorchSharp;
using XttsSaas.Training.Model;
using XttsSaas.Training.Pretraining.Vocoder;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class SpeakerLossTests : IDisposable
{
    private const int Rate = 24_000;
    private static readonly SpeakerEncoderConfig Config = XttsConfig.Mini.Architecture.SpeakerEncoder;
    private readonly DisposeScope scope = torch.NewDisposeScope();
    private readonly SpeakerLoss loss = new(Weights(), Config, Rate);

    public void Dispose()
    {
        loss.Dispose();
        scope.Dispose();
    }

    /// <summary>The same as resampling to 16 kHz and taking the encoder's own front end, but for rounding of windows and filters.</summary>
    [Fact]
    public void Embed_Speech_IsNearlyWhatTheEncoderItselfGives()
    {
        var speech = Voice(7.1f);
        using var weights = Weights();
        var mel = FrontEnds.Speaker(Resampler.Resample(speech, Rate, MelSettings.Speaker.SampleRate));
        var expected = new SpeakerEncoder(weights, Config);
        expected.Mode.Training = false;

        var cosine = (loss.Embed(Batch(speech)) * expected.Forward(torch.tensor(mel.Values, [1, mel.Mels, mel.Frames]))).sum().item<float>();

        Assert.InRange(cosine, 0.98, 1.0001);
    }

    [Fact]
    public void Forward_OwnEmbedding_IsNothingAndAStrangersIsMore()
    {
        var (own, other) = (Batch(Voice(7.1f)), Batch(Voice(8.2f)));

        Assert.Equal(0, loss.Forward(own, loss.Embed(own)).item<float>(), 1e-5);
        Assert.True(loss.Forward(own, loss.Embed(other)).item<float>() > 1e-3);
    }

    [Fact]
    public void Forward_Signal_GetsAGradientEverywhere()
    {
        var signal = Batch(Voice(7.1f)).requires_grad_(true);

        loss.Forward(signal, loss.Embed(Batch(Voice(8.2f))).detach()).backward();

        var gradient = signal.grad!.data<float>().ToArray();
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
        Assert.True(gradient.Count(value => value != 0) > gradient.Length * 0.9);
    }

    private static ModelWeights Weights()
    {
        var weights = new ModelWeights(torch.CPU);
        foreach (var source in SeededWeights.Model(XttsConfig.Mini, 1).Where(source => source.Name.StartsWith(TensorNames.SpeakerEncoder, StringComparison.Ordinal) && source.Type == TensorType.F32))
            weights.Add(source.Name, source.ReadSingle(), source.Shape.ToArray());
        return weights;
    }

    private static torch.Tensor Batch(float[] samples) => torch.tensor(samples, [1, samples.Length]);

    // Pulses at a pitch, log2 of Hz, that come and go.
    private static float[] Voice(float octaves)
    {
        float[] pitch = [.. Enumerable.Range(0, 100).Select(frame => frame % 25 < 20 ? octaves : 0)];
        return Excitation.Of(pitch, 256, Rate)[..(100 * 256)];
    }
}
