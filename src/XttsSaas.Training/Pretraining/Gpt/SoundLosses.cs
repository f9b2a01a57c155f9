using static TorchSharp.torch;

namespace XttsSaas.Training.Pretraining.Gpt;

/// <summary>What the training-only head got wrong; scalars.</summary>
/// <param name="Mel">Mean absolute error of the normalised log mel.</param>
/// <param name="Pitch">Mean absolute error over voiced frames, octaves.</param>
/// <param name="Voicing">Binary cross entropy of voiced against unvoiced.</param>
/// <param name="Phoneme">Cross entropy of the phoneme classes, nats.</param>
/// <param name="PhonemeAccuracy">Share of codes whose phoneme is right.</param>
public sealed record SoundLosses(Tensor Mel, Tensor Pitch, Tensor Voicing, Tensor Phoneme, Tensor PhonemeAccuracy)
{
    /// <summary>The weighted sum that is trained.</summary>
    public Tensor Total(GptStageConfig config) =>
        (Mel * config.MelWeight) + ((Pitch + (Voicing * 0.2)) * config.PitchWeight) + (Phoneme * config.PhonemeWeight);
}
