namespace XttsSaas.Abstractions.Voices;

/// <summary>A voice to be made: its name, its main language, the base model it stands on and the speaker's consent.</summary>
[GenerateSerializer, Immutable, Alias("VoiceDraft")]
public sealed record VoiceDraft(string Name, string Language, string BaseModel, ConsentStatement? Consent);
