using XttsSaas.Datasets.Transcripts;
using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Datasets;

/// <summary>What one upload brought, before any of it reaches the dataset.</summary>
public sealed class SourceBatch
{
    public List<StoredAudio> Recordings { get; } = [];

    public List<TranscriptLine> Transcripts { get; } = [];

    /// <summary>The plain field <c>transcript</c>, meant for the one recording of the request.</summary>
    public string? LoneTranscript { get; set; }

    /// <summary>
    /// The transcripts by the names of the recordings, those that the dataset already has included, or why this batch
    /// cannot join it.
    /// </summary>
    public Result<IReadOnlyDictionary<string, string>> Match(IReadOnlyList<string> existing)
    {
        var names = existing.ToHashSet(StringComparer.Ordinal);
        foreach (var recording in Recordings)
        {
            if (!names.Add(recording.FileName))
                return new Error(ErrorCode.Conflict, $"The dataset would have two recordings named {recording.FileName}; rename one.", "file");
        }
        if (LoneTranscript is { } text)
        {
            if (Recordings.Count != 1)
                return new Error(ErrorCode.TranscriptInvalid, $"The field transcript is for exactly one recording, and the request has {Recordings.Count}.", "transcript");
            Transcripts.Add(new TranscriptLine(Recordings[0].FileName, TranscriptText.Clean(text), "The field transcript"));
        }
        if (Recordings.Count == 0 && Transcripts.Count == 0)
            return Error.Invalid("file", "The request brought no file; send at least one in a field named file.");
        var match = TranscriptMatcher.Match(Transcripts, names);
        return match.Faults.ToError() is { } fault ? fault : new Dictionary<string, string>(match.TextByRecording);
    }
}
