namespace XttsSaas.Training.Pretraining.Features;

/// <summary>Everything that the GPT and the vocoder learn from in one clip.</summary>
/// <param name="Wav">Its file.</param>
/// <param name="Speaker">Index of the speaker among the corpus's speakers.</param>
/// <param name="TextIds">Token ids, language tag included, start and stop not.</param>
/// <param name="Codes">Audio codes, one per 1,024 samples.</param>
/// <param name="Phonemes">Phoneme class per code.</param>
/// <param name="Letters">Position in <paramref name="TextIds"/> of what each code speaks; empty where that is not known.</param>
/// <param name="Acoustics">Mel and pitch per code.</param>
public sealed record ClipFeatures(string Wav, int Speaker, int[] TextIds, int[] Codes, byte[] Phonemes, float[] Letters, Acoustics Acoustics);
