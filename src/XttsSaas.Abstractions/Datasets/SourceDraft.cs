namespace XttsSaas.Abstractions.Datasets;

/// <summary>
/// A recording that was stored and probed. <paramref name="Transcript"/> is the customer's own text for the whole
/// recording, if any; without it the clips are transcribed.
/// </summary>
[GenerateSerializer, Immutable, Alias("SourceDraft")]
public sealed record SourceDraft(
    SourceId Id,
    BlobId Blob,
    string FileName,
    long Bytes,
    double Seconds,
    int SampleRate,
    int Channels,
    string? Transcript);
