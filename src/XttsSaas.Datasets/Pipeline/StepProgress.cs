namespace XttsSaas.Datasets.Pipeline;

/// <summary>How far a step is. <paramref name="Total"/> is 0 while it is not known.</summary>
public sealed record StepProgress(PipelineStep Step, int Done, int Total);
