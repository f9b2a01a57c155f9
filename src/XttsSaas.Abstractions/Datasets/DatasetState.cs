namespace XttsSaas.Abstractions.Datasets;

/// <summary>
/// Collecting → Processing → Ready (segments to review) → Building → Built. A failed step is Failed and may be
/// started again; adding a source goes back to Collecting.
/// </summary>
public enum DatasetState
{
    Collecting,
    Processing,
    Ready,
    Building,
    Built,
    Failed,
}
