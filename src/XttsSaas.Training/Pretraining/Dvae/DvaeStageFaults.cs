namespace XttsSaas.Training.Pretraining.Dvae;

/// <summary>What is wrong with a configuration of the DVAE's stage.</summary>
internal static class DvaeStageFaults
{
    /// <exception cref="Runs.TrainingException">A value is out of range; every fault is listed.</exception>
    public static void ThrowIfAny(DvaeStageConfig config) => new StageFaults(config)
        .Require(config.Frames >= 4 && config.Frames % 4 == 0, $"frames is {config.Frames}; must be a positive multiple of 4")
        .Require(config.PoolClips >= 1, $"poolClips is {config.PoolClips}; must be at least 1")
        .Require(config.ValidationClips >= 1, $"validationClips is {config.ValidationClips}; must be at least 1")
        .Require(config.UnquantisedShare is >= 0 and < 1, $"unquantisedShare is {config.UnquantisedShare}; must be at least 0 and below 1")
        .Require(config.AbsoluteErrorWeight >= 0, $"absoluteErrorWeight is {config.AbsoluteErrorWeight}; must be at least 0")
        .Require(config.CommitmentWeight >= 0, $"commitmentWeight is {config.CommitmentWeight}; must be at least 0")
        .Require(config.CodebookDecay is > 0 and < 1, $"codebookDecay is {config.CodebookDecay}; must be between 0 and 1")
        .ThrowIfAny();
}
