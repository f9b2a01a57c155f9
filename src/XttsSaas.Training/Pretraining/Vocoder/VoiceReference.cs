namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>A recording of a speaker as the model takes it.</summary>
/// <param name="Prompt">Samples at 22,050 Hz of one conditioning chunk.</param>
/// <param name="Embedding">[d_vector], unit length.</param>
internal sealed record VoiceReference(float[] Prompt, float[] Embedding);
