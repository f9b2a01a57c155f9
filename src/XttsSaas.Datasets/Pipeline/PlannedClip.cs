namespace XttsSaas.Datasets.Pipeline;

/// <summary>A clip to cut, [Start, End) in seconds.</summary>
public sealed record PlannedClip(double Start, double End, string? Text, double Confidence);
