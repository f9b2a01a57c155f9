using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Ports;

/// <summary>
/// The long steps of a dataset. Start returns at once; the step reports to the dataset's grain. Starting a step
/// that already runs for the dataset changes nothing.
/// </summary>
public interface IDatasetSteps
{
    void StartProcessing(TenantId tenant, DatasetId dataset, string language, IReadOnlyList<SourceDraft> sources, SegmentationOptions options);

    void StartBuild(TenantId tenant, DatasetId dataset, string language, int number, int seed);

    /// <summary>Stops the dataset's running step, if any.</summary>
    void Cancel(TenantId tenant, DatasetId dataset);
}
