using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>
/// One residual block of the generator (Kong, Kim and Bae 2020, appendix A.1): for each dilation, x + conv(lrelu(conv_dilated(lrelu x))).
/// </summary>
public sealed class VocoderResidualBlock
{
    private readonly (WeightNorm Dilated, WeightNorm Plain, int Dilation)[] pairs;

    public VocoderResidualBlock(ModelWeights weights, string prefix, IReadOnlyList<int> dilations) =>
        pairs = [.. dilations.Select((dilation, i) =>
            (new WeightNorm(weights, $"{prefix}.convs1.{i}"), new WeightNorm(weights, $"{prefix}.convs2.{i}"), dilation))];

    /// <summary>[batch, channels, time] to the same shape.</summary>
    public Tensor Forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        foreach (var (dilated, plain, dilation) in pairs)
            input += Convolve(Convolve(input, dilated, dilation), plain, 1);
        return input.MoveToOuterDisposeScope();
    }

    private static Tensor Convolve(Tensor input, WeightNorm convolution, int dilation)
    {
        var weight = convolution.Weight(); // [channels, channels, width]
        var padding = dilation * (weight.shape[2] - 1) / 2;
        return nn.functional.conv1d(
            nn.functional.leaky_relu(input, Vocoder.Slope), weight, convolution.Bias, padding: padding, dilation: dilation);
    }
}
