namespace XttsSaas.Web.Voices;

/// <summary>The recorded permission.</summary>
public sealed record ConsentResponse(string SpeakerName, string Statement, UserId RecordedBy, DateTimeOffset RecordedAt);
