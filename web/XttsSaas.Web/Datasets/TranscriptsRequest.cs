namespace XttsSaas.Web.Datasets;

/// <summary>Texts of whole recordings by file name: <c>{"transcripts": {"take1.wav": "What was said."}}</c>.</summary>
public sealed record TranscriptsRequest(IReadOnlyDictionary<string, string?>? Transcripts);
