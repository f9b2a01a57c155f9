using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Ports;

/// <summary>
/// The long steps of a dataset. Start returns at once; the step reports to the dataset's grain with its run
/// number. Starting a run that is already under way changes nothing.
/// </summary>
public interface IDatasetSteps
{
    void StartProcessing(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions options);

    /// <summary>Makes build <paramref name="number"/>; <paramref name="seed"/> decides which clips validate.</summary>
    void StartBuild(DatasetWork work, int number, int seed);

    /// <summary>Stops the dataset's running step, if any; a stopped step reports nothing more.</summary>
    void Cancel(TenantId tenant, DatasetId dataset);
}
