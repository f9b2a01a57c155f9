namespace XttsSaas.Training.Measurement;

/// <summary>Seconds of one optimiser step and of its parts.</summary>
public sealed record MeasuredStep(double Seconds, double Forward, double Backward, double Update);
