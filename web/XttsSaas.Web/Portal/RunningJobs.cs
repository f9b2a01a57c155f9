using Microsoft.Extensions.Localization;
using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Portal;

/// <summary>What a tenant has running or waiting now, for the strip at the foot of every page.</summary>
public sealed class RunningJobs(TenantResources resources, IStringLocalizer<PortalText> text)
{
    public async Task<IReadOnlyList<RunningJob>> ListAsync(CancellationToken cancellationToken)
    {
        var datasets = await resources.DatasetsAsync(cancellationToken);
        var sessions = await resources.SessionsAsync(cancellationToken);
        return [.. datasets.Where(IsRunning).Select(OfDataset), .. sessions.Where(IsRunning).Select(OfSession)];
    }

    public static bool IsRunning(DatasetDetails dataset) => dataset.State is DatasetState.Processing or DatasetState.Building;

    public static bool IsRunning(SessionDetails session) =>
        session.State is SessionState.Queued or SessionState.Running or SessionState.Interrupted;

    private RunningJob OfDataset(DatasetDetails dataset) => new(
        dataset.Name,
        $"/app/datasets/{dataset.Id}",
        dataset.Progress?.Step ?? text[dataset.State.ToString()],
        dataset.Progress?.Done ?? 0,
        dataset.Progress?.Total ?? 0,
        dataset.Progress?.SecondsLeft);

    private RunningJob OfSession(SessionDetails session) => new(
        session.Request.Name,
        $"/app/training/{session.Id}",
        session.State == SessionState.Running
            ? text["step {0} of {1}", Format.Count(session.Step), Format.Count(session.TotalSteps)]
            : text[session.State.ToString()],
        session.Step,
        session.State == SessionState.Running ? session.TotalSteps : 0,
        session.SecondsLeft);
}
