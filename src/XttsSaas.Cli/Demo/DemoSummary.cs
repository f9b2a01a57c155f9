namespace XttsSaas.Cli.Demo;

/// <summary>What <c>summary.json</c> holds; names and meaning are stable.</summary>
internal sealed record DemoSummary
{
    public string Tenant { get; set; } = string.Empty;

    public int Files { get; set; }

    public int Segments { get; set; }

    public double Hours { get; set; }

    public int Steps { get; set; }

    public double FirstTrainLoss { get; set; }

    public double LastTrainLoss { get; set; }

    public double FirstValLoss { get; set; }

    public double LastValLoss { get; set; }

    public string CheckpointSha256 { get; set; } = string.Empty;

    public double AudioSeconds { get; set; }

    public long CharactersBilled { get; set; }

    public long CharactersSent { get; set; }

    /// <summary>Wall seconds per stage, in the order in which they ran.</summary>
    public Dictionary<string, double> Stages { get; } = [];

    public List<string> Wavs { get; } = [];
}
