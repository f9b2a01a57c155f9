namespace XttsSaas.Audio.Waveforms;

/// <summary>Collects peaks while samples flow by.</summary>
public sealed class WaveformBuilder(int sampleRate, int bucketSamples)
{
    private readonly List<float> _lowest = [];
    private readonly List<float> _highest = [];
    private float _low;
    private float _high;
    private int _filled;

    public void Add(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
        {
            _low = _filled == 0 ? sample : MathF.Min(_low, sample);
            _high = _filled == 0 ? sample : MathF.Max(_high, sample);
            if (++_filled == bucketSamples)
                Close();
        }
    }

    public WaveformPeaks Build()
    {
        if (_filled > 0)
            Close();
        return new WaveformPeaks(bucketSamples / (double)sampleRate, _lowest, _highest);
    }

    private void Close()
    {
        _lowest.Add(_low);
        _highest.Add(_high);
        _filled = 0;
    }
}
