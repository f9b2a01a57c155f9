namespace XttsSaas.Datasets.Transcripts;

public enum TranscriptFaultKind
{
    /// <summary>The file cannot be read as a transcript.</summary>
    Malformed,

    /// <summary>A recording has no text.</summary>
    EmptyText,

    /// <summary>A recording is named twice with different texts.</summary>
    Contradiction,

    /// <summary>A recording is named that was not uploaded.</summary>
    FileMissing,

    /// <summary>A name fits several recordings.</summary>
    Ambiguous,
}
