namespace XttsSaas.Audio.Waveforms;

/// <summary>
/// A waveform for drawing: the lowest and highest sample of every bucket, in [-1, 1]. Both lists have one entry per
/// <paramref name="BucketSeconds"/>; the last bucket may be shorter.
/// </summary>
public sealed record WaveformPeaks(double BucketSeconds, IReadOnlyList<float> Lowest, IReadOnlyList<float> Highest)
{
    /// <summary>The same waveform in at most <paramref name="most"/> buckets, for a smaller picture.</summary>
    public WaveformPeaks Reduce(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (Lowest.Count <= most)
            return this;
        var group = (Lowest.Count + most - 1) / most;
        return new WaveformPeaks(
            BucketSeconds * group,
            [.. Lowest.Chunk(group).Select(part => part.Min())],
            [.. Highest.Chunk(group).Select(part => part.Max())]);
    }
}
