namespace XttsSaas.Training.Pretraining.Speaker;

/// <summary>What is wrong with a configuration of the speaker encoder's stage.</summary>
internal static class SpeakerStageFaults
{
    /// <exception cref="Runs.TrainingException">A value is out of range; every fault is listed.</exception>
    public static void ThrowIfAny(SpeakerStageConfig config) => new StageFaults(config)
        .Require(config.BatchSize >= 2, $"batchSize is {config.BatchSize}; must be at least 2 for the statistics of the norms")
        .Require(config.SegmentSeconds is >= 0.1 and <= 60, $"segmentSeconds is {config.SegmentSeconds}; must be 0.1–60")
        .Require(config.ClipsPerSpeaker >= 1, $"clipsPerSpeaker is {config.ClipsPerSpeaker}; must be at least 1")
        .Require(config.ValidationClips >= 2, $"validationClips is {config.ValidationClips}; must be at least 2")
        .Require(config.Scale > 0, $"scale is {config.Scale}; must be above 0")
        .Require(config.Margin is >= 0 and < 1, $"margin is {config.Margin}; must be at least 0 and below 1")
        .Require(config.LevelDecibels is >= 0 and <= 40, $"levelDecibels is {config.LevelDecibels}; must be 0–40")
        .ThrowIfAny();
}
