namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>One clip as the vocoder learns from it.</summary>
/// <param name="Hidden">[codes, channels], row-major: the GPT's final hidden states under teacher forcing, one per audio code.</param>
/// <param name="Speaker">[d_vector]: embedding of a recording of the speaker.</param>
/// <param name="Recording">What the clip sounds like, at the model's output rate, from the first code on.</param>
/// <param name="Pitch">log2 of Hz per output frame of the recording, in the middle of the frame; 0 where unvoiced.</param>
public sealed record VocoderClip(float[] Hidden, float[] Speaker, float[] Recording, float[] Pitch);
