using XttsSaas.Web.Uploads;

namespace XttsSaas.Web.Datasets;

/// <summary>What one upload brought, before any of it reaches the dataset.</summary>
public sealed class SourceBatch
{
    public List<StoredAudio> Recordings { get; } = [];

    public TranscriptSet Transcripts { get; } = new();

    /// <summary>The plain field <c>transcript</c>, meant for the one recording of the request.</summary>
    public string? LoneTranscript { get; set; }

    /// <summary>Why this cannot join a dataset that already has the given files; null when it can.</summary>
    public Error? Check(IReadOnlySet<string> existing)
    {
        var names = new HashSet<string>(existing, StringComparer.Ordinal);
        foreach (var recording in Recordings)
        {
            if (!names.Add(recording.FileName))
                return new Error(ErrorCode.Conflict, $"The dataset would have two recordings named {recording.FileName}; rename one.", "file");
        }
        if (LoneTranscript is { } text)
        {
            return Recordings.Count == 1
                ? Transcripts.Add(Recordings[0].FileName, text)
                : new Error(ErrorCode.TranscriptInvalid, $"The field transcript is for exactly one recording, and the request has {Recordings.Count}.", "transcript");
        }
        return Recordings.Count == 0 && Transcripts.IsEmpty
            ? Error.Invalid("file", "The request brought no file; send at least one in a field named file.")
            : null;
    }
}
