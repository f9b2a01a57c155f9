using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Abstractions.Synthesis;

/// <summary>A request that was checked and reserved, ready for an inference silo.</summary>
[GenerateSerializer, Immutable, Alias("SpeechJob")]
public sealed record SpeechJob(RequestId Id, SpeakableVoice Voice, string Text, string Language, SpeechSettings Settings);
