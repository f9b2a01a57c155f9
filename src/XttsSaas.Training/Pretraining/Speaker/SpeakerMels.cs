using XttsSaas.Xtts.Signal;

namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>What training hears of one speaker.</summary>
/// <param name="Speaker">The speaker's id.</param>
/// <param name="Clips">Power mels [64, frames] at 100 frames per second.</param>
internal sealed record SpeakerMels(string Speaker, IReadOnlyList<MelSpectrogram> Clips);
