namespace XttsSaas.Silo.Datasets;

/// <summary>The dataset role. Section <c>Datasets</c>.</summary>
public sealed class DatasetOptions
{
    public const string Section = "Datasets";

    /// <summary>Datasets that are worked on at a time.</summary>
    public int Parallel { get; set; } = 1;
}
