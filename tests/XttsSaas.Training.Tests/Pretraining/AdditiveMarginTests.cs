using XttsSaas.Training.Pretraining;
using XttsSaas.Training.Pretraining.Speaker;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class AdditiveMarginTests
{
    [Fact]
    public void Loss_TwoSpeakers_TakesTheMarginFromTheRightCosine()
    {
        using var scope = NewDisposeScope();
        using var margin = new AdditiveMargin(2, 2, new SpeakerStageConfig { Steps = 1, BatchSize = 2, LearningRate = 1, Scale = 4, Margin = 0.25 }, CPU);
        using (no_grad())
            margin.Directions.copy_(tensor(new float[] { 3, 0, 0, 0.5f }, [2L, 2L])); // lengths do not matter

        var cosines = margin.Cosines(tensor(new float[] { 0.6f, 0.8f, 1, 0 }, [2L, 2L]));
        var loss = margin.Loss(cosines, tensor(new long[] { 1, 0 })).item<float>();

        Assert.Equal([0.6f, 0.8f, 1, 0], cosines.flatten().data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        double[] losses = [Math.Log(1 + Math.Exp(4 * (0.6 - 0.55))), Math.Log(1 + Math.Exp(4 * (0 - 0.75)))];
        Assert.Equal(losses.Average(), loss, 5);
    }
}
