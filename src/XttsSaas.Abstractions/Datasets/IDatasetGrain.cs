namespace XttsSaas.Abstractions.Datasets;

/// <summary>
/// One dataset (key: tenant/dataset). Long steps run outside the grain and report back through the Report, Complete
/// and Fail methods; their work is saved as it goes, so a step that is started again goes on where it stopped.
/// Every start has a new run number, and a report of an earlier run is ignored.
/// </summary>
[Alias("IDatasetGrain")]
public interface IDatasetGrain : IGrainWithStringKey
{
    Task<Result<DatasetDetails>> CreateAsync(DatasetDraft draft);

    /// <summary>The dataset, or null when there is none.</summary>
    Task<DatasetDetails?> GetAsync();

    Task<Result<DatasetDetails>> AddSourceAsync(SourceDraft source);

    Task<Result<DatasetDetails>> RemoveSourceAsync(SourceId source);

    /// <summary>Attaches the customer's transcripts by file name; every name must be one of the sources.</summary>
    Task<Result<DatasetDetails>> AttachTranscriptsAsync(IReadOnlyDictionary<string, string> textByFileName);

    /// <summary>Cuts, transcribes and checks all sources.</summary>
    Task<Result<DatasetDetails>> StartProcessingAsync(SegmentationOptions options);

    /// <summary>Makes the next build from the accepted segments.</summary>
    Task<Result<DatasetDetails>> StartBuildAsync(int seed);

    /// <summary>Stops the running step; what it finished stays.</summary>
    Task<Result<DatasetDetails>> CancelAsync();

    Task<Result<Segment>> EditSegmentAsync(SegmentId segment, SegmentEdit edit);

    /// <summary>Called by the step that runs: how far it is.</summary>
    Task ReportProgressAsync(int run, JobProgress progress);

    Task CompleteProcessingAsync(int run, SegmentTotals totals);

    Task CompleteBuildAsync(int run, DatasetBuild build);

    Task FailAsync(int run, Error error);

    /// <summary>After a restart: starts an unfinished step again.</summary>
    Task RecoverAsync();

    Task<Result> DeleteAsync();
}
