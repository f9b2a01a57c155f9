namespace XttsSaas.Training.Configuration;

/// <summary>What the learning rate does after its warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>Stays.</summary>
    Constant,

    /// <summary>Falls along half a cosine to <see cref="TrainingConfig.FinalLearningRateRatio"/> of itself at the last step.</summary>
    Cosine,

    /// <summary>Is multiplied by <see cref="TrainingConfig.DecayFactor"/> after every <see cref="TrainingConfig.DecayEvery"/> steps.</summary>
    Step,
}
