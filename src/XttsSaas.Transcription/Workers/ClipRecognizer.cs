using Whisper.net;
using XttsSaas.Audio.Decoding;

namespace XttsSaas.Transcription.Workers;

/// <summary>One worker: a Whisper processor with its own state over the shared model.</summary>
internal sealed class ClipRecognizer(WhisperProcessor processor, AudioDecoder decoder) : IAsyncDisposable
{
    private const int SampleRate = 16_000;

    /// <summary>
    /// Silence is added up to this: whisper.cpp reads past the end of a recording that is all but empty, and its older
    /// versions ignore anything shorter than a second.
    /// </summary>
    private const int LeastSamples = SampleRate * 5 / 4;

    /// <summary>Throws <see cref="Audio.AudioException"/> where the clip cannot be decoded.</summary>
    public async Task<ClipTranscript> RecognizeAsync(ClipAudio clip, CancellationToken cancellationToken)
    {
        var samples = new List<float>();
        await foreach (var chunk in decoder.DecodeAsync(clip.Path, SampleRate, null, cancellationToken))
            samples.AddRange(chunk);
        samples.AddRange(new float[Math.Max(0, LeastSamples - samples.Count)]);
        var segments = new List<SegmentData>();
        await foreach (var segment in processor.ProcessAsync(samples.ToArray(), cancellationToken))
            segments.Add(segment);

        var text = string.Join(' ', segments.Select(segment => segment.Text.Trim()).Where(part => part.Length > 0));
        var seconds = segments.Sum(Weight);
        var confidence = seconds > 0 ? segments.Sum(segment => segment.Probability * Weight(segment)) / seconds : 0;
        return new ClipTranscript(clip.Key, text, segments.FirstOrDefault()?.Language ?? "", Math.Clamp(confidence, 0, 1));
    }

    public ValueTask DisposeAsync() => processor.DisposeAsync();

    private static double Weight(SegmentData segment) => Math.Max(0.01, (segment.End - segment.Start).TotalSeconds);
}
