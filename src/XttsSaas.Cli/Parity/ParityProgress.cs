namespace XttsSaas.Cli.Parity;

/// <summary>How far an engine is: cases done of how many, and the one that runs now; none at the end.</summary>
internal readonly record struct ParityProgress(string Engine, string? Case, int Done, int Total);
