using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Protocol;

/// <summary>The file that a worker is started with (<c>--job job.json</c>).</summary>
/// <param name="SessionId">Whose run it is; echoed in the logs.</param>
/// <param name="BaseCheckpoint">Folder of the model to fine-tune.</param>
/// <param name="Dataset">LJSpeech folder with <c>wavs/</c>, <c>metadata_train.csv</c> and <c>metadata_val.csv</c>.</param>
/// <param name="Output">The run's own folder: checkpoints, cached codes and the result. An interrupted run resumes from it.</param>
/// <param name="Config">How to train.</param>
public sealed record TrainingJob(
    string SessionId,
    string BaseCheckpoint,
    string Dataset,
    string Output,
    TrainingConfig Config);
