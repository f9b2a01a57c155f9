using TorchSharp;
using TorchSharp.Modules;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>
/// The additive-margin softmax (Wang et al. 2018, "Additive Margin Softmax for Face Verification", equation 6): every speaker has a
/// direction, and the cosine to one's own has to exceed those to the others by the margin.
/// </summary>
internal sealed class AdditiveMargin : IDisposable
{
    public const string Name = "training.speaker_directions";

    /// <param name="speakers">How many are told apart.</param>
    /// <param name="width">Length of an embedding.</param>
    /// <param name="config">Scale, margin, and the seed of the first directions.</param>
    /// <param name="device">Where the embeddings lie.</param>
    public AdditiveMargin(int speakers, int width, SpeakerStageConfig config, Device device)
    {
        (Scale, Margin) = (config.Scale, config.Margin);
        using var scope = NewDisposeScope();
        var values = new float[speakers * width];
        WeightFormula.Fill(values, FormattableString.Invariant($"seeded-{config.Seed}/{Name}"), 0, 1);
        Directions = new Parameter(tensor(values, [speakers, width]).to(device)).DetachFromScope();
    }

    /// <summary>[speakers, width], of any length.</summary>
    public Parameter Directions { get; }

    private double Scale { get; }

    private double Margin { get; }

    /// <summary>Cosines [batch, speakers] of unit vectors [batch, width].</summary>
    public Tensor Cosines(Tensor embeddings) => embeddings.matmul(nn.functional.normalize(Directions, dim: 1, eps: 1e-12).t());

    /// <summary>Mean cross entropy of cosines [batch, speakers] for the right speakers [batch].</summary>
    public Tensor Loss(Tensor cosines, Tensor speakers)
    {
        var margins = nn.functional.one_hot(speakers, cosines.shape[1]).to_type(cosines.dtype) * Margin;
        return nn.functional.cross_entropy((cosines - margins) * Scale, speakers);
    }

    public void Dispose() => Directions.Dispose();
}
