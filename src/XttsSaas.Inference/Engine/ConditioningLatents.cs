namespace XttsSaas.Inference.Engine;

/// <summary>A voice as the model takes it.</summary>
/// <param name="GptLatents">Row-major [latents, C].</param>
/// <param name="SpeakerEmbedding">[d_vector]; the mean of unit vectors over the reference clips.</param>
public sealed record ConditioningLatents(float[] GptLatents, float[] SpeakerEmbedding);
