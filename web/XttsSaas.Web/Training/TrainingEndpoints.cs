using Microsoft.AspNetCore.Http.HttpResults;
using XttsSaas.Domain.Ports;
using XttsSaas.Web.Identity;
using XttsSaas.Web.Paging;

namespace XttsSaas.Web.Training;

/// <summary>/v1/training-sessions.</summary>
public static class TrainingEndpoints
{
    private const string One = "/{session:id(run)}";
    private const string Thing = "training session";

    public static void MapTraining(this IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/v1/training-sessions").WithTags("Training").RequireAuthorization(Policies.Tenant);
        sessions.MapPost("/", CreateAsync).WithName("CreateTrainingSession").WithSummary("Train a voice on a dataset's build.");
        sessions.MapGet("/", ListAsync).WithName("ListTrainingSessions").WithSummary("List the training sessions, newest first.");
        sessions.MapGet(One, GetAsync).WithName("GetTrainingSession").WithSummary("Get a training session.");
        sessions.MapPost($"{One}/cancel", CancelAsync).WithName("CancelTrainingSession").WithSummary("Stop a training session.");
        sessions.MapDelete(One, DeleteAsync).WithName("DeleteTrainingSession").WithSummary("Delete a training session that has ended.");
        sessions.MapGet($"{One}/metrics", GetMetricsAsync).WithName("GetTrainingMetrics").WithSummary("Get the curves, after a step where one is given.");
        sessions.MapGet($"{One}/samples/{{step:int}}", GetSampleAsync).WithName("GetTrainingSample").WithSummary("Get a held-out sentence as a checkpoint says it; step 0 is the base model.");
        sessions.MapGet($"{One}/events", GetEventsAsync).WithName("StreamTrainingEvents").WithSummary("Follow a session live: Server-Sent Events.")
            .WithDescription("Events: state (the session), metrics (new points), end. Last-Event-ID goes on where a dropped connection stopped.");
    }

    private static async Task<Results<Created<SessionResponse>, ProblemResult>> CreateAsync(CreateSessionRequest body, TenantGrains grains, TimeProvider time)
    {
        var request = body.ToRequest();
        if (!request.Succeeded)
            return new ProblemResult(request.Error);
        var made = await grains.Session(SessionId.New(time.GetUtcNow())).CreateAsync(request.Value);
        return made.ToCreated(SessionResponse.Of, session => $"/v1/training-sessions/{session.Id}");
    }

    private static async Task<Results<Ok<Page<SessionResponse>>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, CurrentTenant tenant, TenantGrains grains, ResourcePages pages, CancellationToken cancellationToken) =>
        await pages.ListAsync(tenant, ResourceKind.TrainingSession, page, id => grains.Session(SessionId.Parse(id, null)).GetAsync(), SessionResponse.Of, cancellationToken);

    private static async Task<Results<Ok<SessionResponse>, ProblemResult>> GetAsync(SessionId session, TenantGrains grains) =>
        (await grains.Session(session).GetAsync()).ToOkOrNotFound(Thing, SessionResponse.Of);

    private static async Task<Results<Ok<SessionResponse>, ProblemResult>> CancelAsync(SessionId session, TenantGrains grains) =>
        (await grains.Session(session).CancelAsync()).ToOk(SessionResponse.Of);

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(SessionId session, TenantGrains grains) =>
        (await grains.Session(session).DeleteAsync()).ToNoContent();

    private static async Task<Results<Ok<MetricsResponse>, ProblemResult>> GetMetricsAsync(
        SessionId session, int? afterStep, CurrentTenant tenant, TenantGrains grains, ITrainingMetricStore metrics, CancellationToken cancellationToken)
    {
        if (await grains.Session(session).GetAsync() is null)
            return new ProblemResult(Error.NotFound(Thing));
        return TypedResults.Ok(new MetricsResponse(await metrics.ListAsync(tenant.Id, session, afterStep ?? 0, cancellationToken)));
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemResult>> GetSampleAsync(SessionId session, int step, CurrentTenant tenant, TenantGrains grains, IModelStore models)
    {
        var sound = (await grains.Session(session).GetAsync())?.Sounds?.FirstOrDefault(heard => heard.Step == step);
        var path = sound is null ? null : models.Resolve($"{models.SessionFolder(tenant.Id, session)}/{sound.Sample}");
        return File.Exists(path)
            ? TypedResults.PhysicalFile(path, "audio/wav", $"{session}-{step}.wav", enableRangeProcessing: true)
            : new ProblemResult(Error.NotFound("sample"));
    }

    private static async Task<Results<ServerSentEventsResult<object>, ProblemResult>> GetEventsAsync(
        SessionId session, HttpRequest request, TenantGrains grains, TrainingFeed feed, CancellationToken cancellationToken)
    {
        if (await grains.Session(session).GetAsync() is null)
            return new ProblemResult(Error.NotFound(Thing));
        var seen = CurvePosition.Parse(request.Headers["Last-Event-ID"].ToString());
        return TypedResults.ServerSentEvents(feed.ReadAsync(session, seen, cancellationToken));
    }
}
