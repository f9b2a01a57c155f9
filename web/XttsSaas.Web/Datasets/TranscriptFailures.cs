using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Web.Datasets;

/// <summary>What is wrong with transcripts, in the API's words.</summary>
public static class TranscriptFailures
{
    private const int Shown = 5;

    /// <summary>Null when there is no fault. A name without its recording comes first: that is what can be put right.</summary>
    public static Error? ToError(this IReadOnlyList<TranscriptFault> faults)
    {
        if (faults.Count == 0)
            return null;
        var code = faults.Any(fault => fault.Kind == TranscriptFaultKind.FileMissing) ? ErrorCode.TranscriptFileMissing : ErrorCode.TranscriptInvalid;
        var words = string.Join(' ', faults.Take(Shown).Select(fault => fault.Message));
        var rest = faults.Count > Shown ? $" And {faults.Count - Shown} more." : string.Empty;
        return new Error(code, words + rest, "transcripts");
    }
}
