namespace XttsSaas.Inference.Engine;

/// <summary>A voice as the model takes it.</summary>
/// <param name="GptLatents">Row-major [latents, C].</param>
/// <param name="SpeakerEmbedding">[d_vector]; the mean of unit vectors over the reference clips.</param>
/// <param name="PitchShift">Octaves by which a vocoder with an excitation speaks higher than it would by itself (<see cref="PitchCalibration"/>); others have no such input.</param>
public sealed record ConditioningLatents(float[] GptLatents, float[] SpeakerEmbedding, float PitchShift = 0);
