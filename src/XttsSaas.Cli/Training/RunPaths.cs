namespace XttsSaas.Cli.Training;

/// <summary>Base model, data set and output of a run; null where not given.</summary>
internal sealed record RunPaths(string? Base, string? Dataset, string? Output);
