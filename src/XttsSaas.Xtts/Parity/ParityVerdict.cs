namespace XttsSaas.Xtts.Parity;

/// <summary>How one computed output compares with the reference's.</summary>
/// <param name="Output">Its name.</param>
/// <param name="MaxAbsolute">Largest |a - b|.</param>
/// <param name="Relative">‖a - b‖ / ‖b‖.</param>
/// <param name="Tolerance">What was allowed.</param>
/// <param name="Fault">Null when every element is within the tolerance; otherwise what is wrong, with the first or worst place.</param>
public sealed record ParityVerdict(string Output, double MaxAbsolute, double Relative, Tolerance Tolerance, string? Fault)
{
    public bool Passed => Fault is null;
}
