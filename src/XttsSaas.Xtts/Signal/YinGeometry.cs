namespace XttsSaas.Xtts.Signal;

/// <summary>Lengths of a YIN frame in samples; <paramref name="Rate"/> in Hz.</summary>
internal sealed record YinGeometry(int Rate, int Window, int ShortestLag, int LongestLag)
{
    /// <summary>Window and lags, with one lag more on the far side: a dip needs both neighbours.</summary>
    public int FrameLength => Window + LongestLag + 2;
}
