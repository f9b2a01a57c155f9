namespace XttsSaas.Xtts.Signal;

/// <summary>The fundamental frequency of a recording, frame by frame.</summary>
/// <param name="Hertz">[frames], in Hz; 0 where the frame is unvoiced.</param>
/// <param name="HopSeconds">Distance between the middles of two frames; the first lies at the first sample.</param>
public sealed record PitchContour(float[] Hertz, double HopSeconds)
{
    public int Frames => Hertz.Length;

    /// <summary>Share of voiced frames, 0 to 1.</summary>
    public double VoicedShare => Frames == 0 ? 0 : (double)Hertz.Count(hertz => hertz > 0) / Frames;

    /// <summary>Whether frame <paramref name="frame"/> has a pitch.</summary>
    public bool IsVoiced(int frame) => Hertz[frame] > 0;

    /// <summary>Mean and standard deviation of ln(F0 in Hz) over the voiced frames; null where none is.</summary>
    public (double Mean, double Deviation)? LogStatistics()
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        foreach (var hertz in Hertz)
        {
            if (hertz <= 0)
                continue;
            var log = Math.Log(hertz);
            (count, sum, squares) = (count + 1, sum + log, squares + (log * log));
        }
        if (count == 0)
            return null;
        var mean = sum / count;
        return (mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))));
    }
}
