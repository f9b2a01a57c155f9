namespace XttsSaas.Audio;

/// <summary>A stretch of a recording, [<paramref name="Start"/>, <paramref name="End"/>) in seconds from its beginning.</summary>
public readonly record struct TimeRange(double Start, double End)
{
    public double Length => End - Start;
}
