using System.Runtime.CompilerServices;
using XttsSaas.Audio;
using XttsSaas.Audio.Decoding;

namespace XttsSaas.Datasets.Pipeline;

/// <summary>
/// Cuts ordered, non-overlapping ranges out of a recording while it is decoded once. Holds one clip in memory. It
/// always decodes from the recording's beginning: the resampler's phase, and so every sample, depends on where it began.
/// </summary>
internal sealed class ClipCutter(AudioDecoder decoder)
{
    public async IAsyncEnumerable<float[]> CutAsync(
        string source, IReadOnlyList<TimeRange> ranges, int sampleRate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (ranges.Count == 0)
            yield break;
        var stretch = new TimeRange(0, ranges[^1].End + 1);
        var clip = new List<float>();
        var next = 0;
        var position = 0L;
        var (first, end) = Samples(ranges[0]);
        await foreach (var chunk in decoder.DecodeAsync(source, sampleRate, stretch, cancellationToken))
        {
            for (var used = 0; used < chunk.Length && next < ranges.Count;)
            {
                var at = position + used;
                var skip = (int)Math.Clamp(first - at, 0, chunk.Length - used);
                var take = (int)Math.Clamp(end - Math.Max(at, first), 0, chunk.Length - used - skip);
                clip.AddRange(chunk.AsSpan(used + skip, take));
                used += skip + take;
                if (position + used >= end)
                {
                    yield return [.. clip];
                    clip.Clear();
                    if (++next < ranges.Count)
                        (first, end) = Samples(ranges[next]);
                }
            }

            position += chunk.Length;
        }

        // The recording may end a few samples before the last range, whose end was rounded.
        for (; next < ranges.Count; next++, clip.Clear())
            yield return [.. clip];

        (long First, long End) Samples(TimeRange range) =>
            ((long)Math.Round(range.Start * sampleRate), (long)Math.Round(range.End * sampleRate));
    }
}
