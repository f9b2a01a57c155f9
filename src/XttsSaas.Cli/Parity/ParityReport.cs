namespace XttsSaas.Cli.Parity;

/// <summary>The outcome of a pack, in the manifest's order.</summary>
internal sealed record ParityReport(IReadOnlyList<ParityRow> Cases)
{
    public int Passed => Cases.Count(row => row.Passed);

    public int Failed => Cases.Count - Passed;
}
