namespace XttsSaas.Training.Model;

/// <summary>Samples [<paramref name="Start"/>, <paramref name="End"/>) of a clip at 22,050 Hz.</summary>
public readonly record struct SampleRange(int Start, int End)
{
    public int Length => End - Start;
}
