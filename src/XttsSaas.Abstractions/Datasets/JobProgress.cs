namespace XttsSaas.Abstractions.Datasets;

/// <summary>How far a long step is: "Cutting 3 of 12 files", and the seconds left where they can be told.</summary>
[GenerateSerializer, Immutable, Alias("JobProgress")]
public sealed record JobProgress(string Step, int Done, int Total, double? SecondsLeft);
