namespace XttsSaas.Web.Voices;

/// <summary>A reference clip; its audio is at <c>/v1/voices/{voice}/references/{id}/audio</c>.</summary>
public sealed record ReferenceResponse(BlobId Id, string FileName, double Seconds);
