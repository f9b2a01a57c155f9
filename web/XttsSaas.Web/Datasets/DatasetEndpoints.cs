using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Datasets;

/// <summary>/v1/datasets: the dataset itself and its long steps.</summary>
public static class DatasetEndpoints
{
    public const string One = "/{dataset:id(dat)}";
    public const string Thing = "dataset";

    public static void MapDatasets(this IEndpointRouteBuilder app)
    {
        var datasets = app.MapGroup("/v1/datasets").WithTags("Datasets").RequireAuthorization(Policies.Tenant);
        datasets.MapPost("/", CreateAsync).WithName("CreateDataset").WithSummary("Make a dataset.");
        datasets.MapGet("/", ListAsync).WithName("ListDatasets").WithSummary("List the datasets, newest first.");
        datasets.MapGet(One, GetAsync).WithName("GetDataset").WithSummary("Get a dataset with its state and progress.");
        datasets.MapDelete(One, DeleteAsync).WithName("DeleteDataset").WithSummary("Delete a dataset with its recordings, segments and builds.");
        datasets.MapPost($"{One}/process", ProcessAsync).WithName("ProcessDataset").WithSummary("Cut, transcribe and check all recordings.");
        datasets.MapPost($"{One}/cancel", CancelAsync).WithName("CancelDataset").WithSummary("Stop the running step; what it finished stays.");
        datasets.MapSources();
        datasets.MapSegments();
        datasets.MapBuilds();
    }

    private static async Task<Results<Created<DatasetResponse>, ProblemResult>> CreateAsync(CreateDatasetRequest body, TenantGrains grains, TimeProvider time)
    {
        var draft = new DatasetDraft(body.Name?.Trim() ?? string.Empty, body.Language ?? string.Empty);
        var made = await grains.Dataset(DatasetId.New(time.GetUtcNow())).CreateAsync(draft);
        return made.ToCreated(DatasetResponse.Of, dataset => $"/v1/datasets/{dataset.Id}");
    }

    private static async Task<Results<Ok<Page<DatasetResponse>>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, CurrentTenant tenant, TenantGrains grains, ResourcePages pages, CancellationToken cancellationToken) =>
        await pages.ListAsync(tenant, ResourceKind.Dataset, page, id => grains.Dataset(DatasetId.Parse(id, null)).GetAsync(), DatasetResponse.Of, cancellationToken);

    private static async Task<Results<Ok<DatasetResponse>, ProblemResult>> GetAsync(DatasetId dataset, TenantGrains grains) =>
        (await grains.Dataset(dataset).GetAsync()).ToOkOrNotFound(Thing, DatasetResponse.Of);

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(DatasetId dataset, TenantGrains grains) =>
        (await grains.Dataset(dataset).DeleteAsync()).ToNoContent();

    private static async Task<Results<Accepted<DatasetResponse>, ProblemResult>> ProcessAsync(DatasetId dataset, ProcessRequest? body, TenantGrains grains) =>
        (await grains.Dataset(dataset).StartProcessingAsync(body?.ToOptions() ?? new SegmentationOptions())).ToAccepted(DatasetResponse.Of);

    private static async Task<Results<Ok<DatasetResponse>, ProblemResult>> CancelAsync(DatasetId dataset, TenantGrains grains) =>
        (await grains.Dataset(dataset).CancelAsync()).ToOk(DatasetResponse.Of);
}
