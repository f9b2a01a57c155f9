namespace XttsSaas.Datasets.Pipeline;

/// <summary>
/// What will be cut from a recording: decided once, saved beside the clips, so that a step that is started again cuts
/// the same. <paramref name="Fingerprint"/> is of everything that the decision depends on.
/// </summary>
public sealed record ClipPlan(string Fingerprint, double Seconds, IReadOnlyList<PlannedClip> Clips);
