using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>What to train. Without a build it is the newest one; settings that are left out have their defaults.</summary>
public sealed record CreateSessionRequest(
    string? Name,
    VoiceId? Voice,
    DatasetId? Dataset,
    int? Build,
    TrainingMode? Mode,
    int? Steps,
    int? BatchSize,
    double? LearningRate,
    int? LoraRank,
    int? CheckpointEvery,
    int? ValidateEvery,
    int? Seed)
{
    public Result<TrainingRequest> ToRequest()
    {
        if (Voice is not { } voice)
            return Error.Invalid("voice", "Name the voice to train by its id.");
        if (Dataset is not { } dataset)
            return Error.Invalid("dataset", "Name the dataset to train on by its id.");
        if (Build is < 0)
            return Error.Invalid("build", "build is a build's number, or 0 for the newest.");
        return new TrainingRequest(Name?.Trim() ?? string.Empty, voice, dataset, Build ?? 0, Settings());
    }

    private TrainingSettings Settings()
    {
        var standard = new TrainingSettings();
        return new TrainingSettings(
            Mode ?? standard.Mode,
            Steps ?? standard.Steps,
            BatchSize ?? standard.BatchSize,
            LearningRate ?? standard.LearningRate,
            LoraRank ?? standard.LoraRank,
            CheckpointEvery ?? standard.CheckpointEvery,
            ValidateEvery ?? standard.ValidateEvery,
            Seed ?? standard.Seed);
    }
}
