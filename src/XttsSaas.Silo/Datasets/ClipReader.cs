using System.Runtime.CompilerServices;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Datasets.Pipeline;
using XttsSaas.Transcription;

namespace XttsSaas.Silo.Datasets;

/// <summary>A recording's clips with their text: from its transcript, or heard by Whisper where it has none.</summary>
internal sealed class ClipReader(DatasetPipeline pipeline)
{
    private const string Journal = "transcripts.jsonl";

    /// <summary>Every clip once; in order where there is a transcript, else as they are recognised.</summary>
    public async IAsyncEnumerable<SourceClip> ReadAsync(
        SourceDraft source,
        string path,
        string workFolder,
        string language,
        PipelineOptions options,
        WhisperTranscriber? transcriber,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var clips = pipeline.SegmentAsync(path, source.Transcript, workFolder, options, null, cancellationToken);
        if (!string.IsNullOrWhiteSpace(source.Transcript))
        {
            await foreach (var clip in clips)
                yield return clip;
            yield break;
        }
        ArgumentNullException.ThrowIfNull(transcriber);
        var unheard = new Dictionary<string, SourceClip>();
        await foreach (var clip in clips)
            unheard.Add(clip.Index.ToString(), clip);
        var audio = unheard.Select(c => new ClipAudio(c.Key, c.Value.Path)).ToArray();
        // Whisper knows two-letter codes only.
        var heard = transcriber.TranscribeAsync(audio, language.Split('-')[0], Path.Combine(workFolder, Journal), null, cancellationToken);
        await foreach (var transcript in heard)
            yield return unheard[transcript.Key] with { Text = transcript.Text, Confidence = transcript.Confidence };
    }
}
