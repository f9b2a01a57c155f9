namespace XttsSaas.Xtts.Signal;

/// <summary>How reference audio is cut for the conditioning encoder: into chunks of equal length, a rest under 0.33 s left out.</summary>
public static class ConditioningChunks
{
    private const double ShortestSeconds = 0.33;

    /// <summary>The chunks of the first <paramref name="totalSeconds"/> of <paramref name="samples"/> samples; 0 takes all.</summary>
    /// <exception cref="ArgumentException">No chunk is long enough.</exception>
    public static IReadOnlyList<Range> Of(int samples, int sampleRate, int totalSeconds, int chunkSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSeconds, 1);
        var total = totalSeconds > 0 ? Math.Min(samples, totalSeconds * sampleRate) : samples;
        var length = chunkSeconds * sampleRate;
        var chunks = new List<Range>();
        for (var start = 0; start < total; start += length)
        {
            var end = Math.Min(start + length, total);
            if (end - start >= ShortestSeconds * sampleRate)
                chunks.Add(start..end);
        }
        return chunks.Count > 0 ? chunks : throw TooShort(total, sampleRate);
    }

    /// <exception cref="ArgumentException">A clip of this many samples is shorter than any chunk.</exception>
    public static void ThrowIfTooShort(int samples, int sampleRate)
    {
        if (samples < ShortestSeconds * sampleRate)
            throw TooShort(samples, sampleRate);
    }

    private static ArgumentException TooShort(int samples, int sampleRate) =>
        new($"The reference audio is {(double)samples / sampleRate:0.00} s long; at least {ShortestSeconds} s is needed.");
}
