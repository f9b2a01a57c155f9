namespace XttsSaas.Xtts.Parity;

/// <summary>What the manifest says of one output: its tolerances and whether it holds integers.</summary>
public sealed record ParityOutputEntry(double Atol, double Rtol, string Dtype)
{
    public Tolerance Tolerance => new(Atol, Rtol);

    public bool IsInteger => Dtype.StartsWith("int", StringComparison.Ordinal);
}
