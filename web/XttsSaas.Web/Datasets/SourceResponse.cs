using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Web.Datasets;

/// <summary>A recording of a dataset; its audio is at <c>/v1/datasets/{dataset}/sources/{id}/audio</c>.</summary>
public sealed record SourceResponse(SourceId Id, string FileName, long Bytes, double Seconds, int SampleRate, int Channels, bool HasTranscript)
{
    public static SourceResponse Of(SourceDraft source) =>
        new(source.Id, source.FileName, source.Bytes, source.Seconds, source.SampleRate, source.Channels, source.Transcript is not null);
}
