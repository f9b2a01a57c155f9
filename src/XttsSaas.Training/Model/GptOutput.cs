using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>What one teacher-forced pass gives.</summary>
/// <param name="LossText">Scalar: mean cross entropy over the scored text positions, nats.</param>
/// <param name="LossAudio">Scalar: mean cross entropy over the scored audio positions, nats.</param>
/// <param name="TextLogits">[batch, text positions, text tokens]</param>
/// <param name="AudioLogits">[batch, audio positions, audio tokens]</param>
/// <param name="AudioHidden">[batch, audio positions, channels]: final hidden states; the one at position t predicts code t and is what the vocoder takes for it.</param>
/// <param name="ScoredText">Positions behind <paramref name="LossText"/>.</param>
/// <param name="ScoredAudio">Positions behind <paramref name="LossAudio"/>.</param>
public sealed record GptOutput(
    Tensor LossText,
    Tensor LossAudio,
    Tensor TextLogits,
    Tensor AudioLogits,
    Tensor AudioHidden,
    int ScoredText,
    int ScoredAudio);
