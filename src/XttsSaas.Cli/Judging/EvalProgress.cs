namespace XttsSaas.Cli.Judging;

/// <summary>How far a part of the work is.</summary>
internal readonly record struct EvalProgress(string Part, int Done, int Total);
