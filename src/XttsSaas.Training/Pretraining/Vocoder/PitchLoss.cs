using XttsSaas.Xtts.Signal;
using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>How far a generator's own pitch is from the recordings'.</summary>
public static class PitchLoss
{
    private const double VoicingWeight = 0.2;

    /// <summary>
    /// Mean absolute error over voiced frames, octaves, and the cross entropy of voicing; scalars. <paramref name="predicted"/> is
    /// [batch, 2, frames], <paramref name="pitch"/> row-major [batch, frames], log2 of Hz and 0 where unvoiced.
    /// </summary>
    public static (Tensor Octaves, Tensor Voicing) Of(Tensor predicted, float[] pitch)
    {
        var truth = tensor(pitch, [predicted.shape[0], predicted.shape[2]]).to(predicted.device);
        var voiced = truth.gt(0).to_type(ScalarType.Float32);
        var error = (predicted.select(1, 0) - (truth - Excitation.PitchOrigin)).abs() * voiced;
        return (error.sum() / voiced.sum().clamp_min(1), nn.functional.binary_cross_entropy_with_logits(predicted.select(1, 1), voiced));
    }

    /// <summary>What is trained.</summary>
    public static Tensor Total((Tensor Octaves, Tensor Voicing) loss) => loss.Octaves + (loss.Voicing * VoicingWeight);
}
