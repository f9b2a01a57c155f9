namespace XttsSaas.Training.Pretraining.Vocoder;

/// <summary>A recording that the GPT is taken through.</summary>
/// <param name="TextIds">Token ids, language tag included, start and stop not.</param>
/// <param name="Codes">Its audio codes.</param>
/// <param name="Recording">Samples at the model's input rate.</param>
/// <param name="Voice">Another recording of the speaker.</param>
internal sealed record ForcedClip(int[] TextIds, int[] Codes, float[] Recording, VoiceReference Voice);
