namespace XttsSaas.Abstractions.Voices;

/// <summary>Who allowed this voice to be cloned, in which words, and when. No consent, no speech.</summary>
[GenerateSerializer, Immutable, Alias("ConsentStatement")]
public sealed record ConsentStatement(string SpeakerName, string Statement, UserId RecordedBy, DateTimeOffset RecordedAt);
