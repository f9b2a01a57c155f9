using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>Points of a session's curves, in the order of their steps.</summary>
public sealed record MetricsResponse(IReadOnlyList<TrainingMetric> Data);
