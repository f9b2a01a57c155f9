namespace XttsSaas.Xtts.Signal;

/// <summary>Analysis windows, in their periodic form.</summary>
public enum WindowKind
{
    Hann,
    Hamming,
}
