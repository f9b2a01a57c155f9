namespace XttsSaas.Inference.Engine;

/// <summary>
/// Cuts a growing waveform into chunks. Every decoding starts from the beginning, so that its samples repeat those of the one before,
/// except near that one's end, where it did not know what follows:
/// <code>
/// decoding k    |---------------------------|~tail~|
/// decoding k+1  |---------------------------|=fade=|-----------------|~tail~|
/// chunk k+1                                 |------------------------|
/// </code>
/// The last samples of a decoding, the tail, are held back, and the next chunk begins by fading from them to its own samples.
/// </summary>
internal sealed class ChunkCrossfade(StreamOptions options)
{
    private float[]? _tail;
    private int _previous; // samples of the decoding before

    /// <summary>The chunk that a longer <paramref name="wave"/> adds; empty while it adds too little to fade into.</summary>
    public float[] Next(ReadOnlySpan<float> wave)
    {
        var overlap = options.OverlapSamples;
        var start = Math.Max(0, _previous - overlap);
        var end = Math.Max(start, wave.Length - overlap);
        if (end - start < overlap && (_tail is not null || !options.AsReference))
        {
            if (!options.AsReference)
                return [];
            (_tail, _previous) = (null, wave.Length);
            return wave[start..].ToArray();
        }
        var chunk = Faded(wave[start..end]);
        (_tail, _previous) = (wave[end..].ToArray(), wave.Length);
        return chunk;
    }

    /// <summary>What is left once <paramref name="wave"/> is complete; it may be as long as the decoding before.</summary>
    public float[] Last(ReadOnlySpan<float> wave) =>
        options.AsReference ? Next(wave) : Faded(wave[Math.Max(0, _previous - options.OverlapSamples)..]);

    private float[] Faded(ReadOnlySpan<float> samples)
    {
        var chunk = samples.ToArray();
        for (var i = 0; i < _tail?.Length; i++)
        {
            var weight = _tail.Length > 1 ? (double)i / (_tail.Length - 1) : 0;
            chunk[i] = (float)((chunk[i] * weight) + (_tail[i] * (1 - weight)));
        }
        return chunk;
    }
}
