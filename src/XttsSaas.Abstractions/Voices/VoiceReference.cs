namespace XttsSaas.Abstractions.Voices;

/// <summary>A clip of the speaker, 22,050 Hz mono WAV, that conditions the model.</summary>
[GenerateSerializer, Immutable, Alias("VoiceReference")]
public sealed record VoiceReference(BlobId Blob, string FileName, double Seconds);
