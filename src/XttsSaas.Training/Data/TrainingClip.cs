namespace XttsSaas.Training.Data;

/// <summary>A clip that passed every rule.</summary>
/// <param name="Name">Its id, the first column of the metadata row.</param>
/// <param name="Path">Its WAV file, mono at 22,050 Hz.</param>
/// <param name="Text">Its transcript.</param>
/// <param name="TextIds">Token ids, language tag included, start and stop not.</param>
/// <param name="Samples">Its length.</param>
/// <param name="Codes">Its audio codes.</param>
public sealed record TrainingClip(string Name, string Path, string Text, int[] TextIds, int Samples, int[] Codes);
