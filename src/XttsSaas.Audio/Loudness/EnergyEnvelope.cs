namespace XttsSaas.Audio.Loudness;

/// <summary>
/// The mean square of every 10 ms of a recording: 360,000 floats an hour, small enough to keep whole. The last frame
/// may be shorter.
/// </summary>
public sealed class EnergyEnvelope(int sampleRate)
{
    public const double FrameSeconds = 0.01;
    private readonly int _frameSamples = (int)(sampleRate * FrameSeconds);
    private readonly List<float> _energies = [];
    private double _sum;
    private int _filled;

    public IReadOnlyList<float> Energies => _energies;

    public void Add(ReadOnlySpan<float> samples)
    {
        foreach (var sample in samples)
        {
            _sum += sample * sample;
            if (++_filled == _frameSamples)
                Close();
        }
    }

    public void Complete()
    {
        if (_filled > 0)
            Close();
    }

    /// <summary>The middle of the quietest 10 ms whose middle lies in a stretch; its centre where the stretch is shorter.</summary>
    public double QuietestTime(TimeRange stretch)
    {
        var first = Math.Max(0, (int)Math.Ceiling((stretch.Start / FrameSeconds) - 0.5));
        var last = Math.Min(_energies.Count - 1, (int)Math.Floor((stretch.End / FrameSeconds) - 0.5));
        if (last < first)
            return stretch.Start + (stretch.Length / 2);
        var best = first;
        for (var frame = first + 1; frame <= last; frame++)
        {
            if (_energies[frame] < _energies[best])
                best = frame;
        }

        return Math.Clamp((best + 0.5) * FrameSeconds, stretch.Start, stretch.End);
    }

    private void Close()
    {
        _energies.Add((float)(_sum / _filled));
        (_sum, _filled) = (0, 0);
    }
}
