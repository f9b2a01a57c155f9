using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Datasets.Building;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;

namespace XttsSaas.Web.Datasets;

/// <summary>/v1/datasets/{dataset}/builds: LJSpeech folders made from the accepted segments.</summary>
public static class BuildEndpoints
{
    private const string Builds = $"{DatasetEndpoints.One}/builds";

    public static void MapBuilds(this IEndpointRouteBuilder datasets)
    {
        datasets.MapPost(Builds, StartAsync).WithName("BuildDataset").WithSummary("Make the next build from the accepted segments.");
        datasets.MapGet($"{Builds}/{{number:int}}/archive", GetArchiveAsync).WithName("GetBuildArchive").WithSummary("Download a build as a zip file.");
    }

    private static async Task<Results<Accepted<DatasetResponse>, ProblemResult>> StartAsync(DatasetId dataset, BuildRequest? body, TenantGrains grains) =>
        (await grains.Dataset(dataset).StartBuildAsync(body?.Seed ?? BuildRequest.DefaultSeed)).ToAccepted(DatasetResponse.Of);

    private static async Task<Results<PushStreamHttpResult, ProblemResult>> GetArchiveAsync(
        DatasetId dataset, int number, HttpContext context, TenantGrains grains, IModelStore models, CancellationToken cancellationToken)
    {
        var build = (await grains.Dataset(dataset).GetAsync())?.Builds.FirstOrDefault(b => b.Number == number);
        if (build is null || models.Resolve(build.Folder) is not { } folder || !Directory.Exists(folder))
            return new ProblemResult(Error.NotFound("build"));
        // The framework's zip writer ends each entry with a synchronous write, however it is called.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(body => DatasetZip.WriteAsync(folder, body, cancellationToken), "application/zip", $"{dataset}-{number}.zip");
    }
}
