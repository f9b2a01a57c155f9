using XttsSaas.Abstractions.Training;

namespace XttsSaas.Web.Training;

/// <summary>The settings that a session trains with.</summary>
public sealed record SettingsResponse(
    TrainingMode Mode, int Steps, int BatchSize, double LearningRate, int LoraRank, int CheckpointEvery, int ValidateEvery, int Seed)
{
    public static SettingsResponse Of(TrainingSettings s) =>
        new(s.Mode, s.Steps, s.BatchSize, s.LearningRate, s.LoraRank, s.CheckpointEvery, s.ValidateEvery, s.Seed);
}
