using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Training;

namespace XttsSaas.Silo.Recovery;

/// <summary>
/// At start-up, asks every training session and dataset to go on with what a crash interrupted. One that has nothing
/// to do says so at once; one that fails is logged and left to its reminder.
/// </summary>
public sealed partial class RecoveryTask(IResourceDirectory directory, IGrainFactory grains, ILogger<RecoveryTask> logger) : IStartupTask
{
    private const int AtATime = 8;

    public async Task Execute(CancellationToken cancellationToken)
    {
        await WalkAsync(ResourceKind.TrainingSession, key => grains.GetGrain<ITrainingSessionGrain>(key).RecoverAsync(), cancellationToken);
        await WalkAsync(ResourceKind.Dataset, key => grains.GetGrain<IDatasetGrain>(key).RecoverAsync(), cancellationToken);
    }

    private Task WalkAsync(ResourceKind kind, Func<string, Task> recover, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(directory.AllKeysAsync(kind, cancellationToken), options, async (key, _) =>
        {
            try
            {
                await recover(key);
            }
            catch (Exception exception)
            {
                LogNotRecovered(kind, key, exception);
            }
        });
    }

    [LoggerMessage(LogLevel.Error, "{Kind} {Key} could not be recovered now; its reminder tries again")]
    private partial void LogNotRecovered(ResourceKind kind, string key, Exception exception);
}
