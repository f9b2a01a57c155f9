using System.Text.Json.Serialization;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Optimization;

namespace XttsSaas.Training.Pretraining;

/// <summary>What every stage of training from scratch has in common.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(DvaeStageConfig), "dvae")]
[JsonDerivedType(typeof(SpeakerStageConfig), "speaker")]
[JsonDerivedType(typeof(GptStageConfig), "gpt")]
[JsonDerivedType(typeof(VocoderStageConfig), "vocoder")]
public abstract record StageConfig
{
    /// <summary>Name of the stage's folder in the run; the discriminator where it is null.</summary>
    public string? Name { get; init; }

    public required int Steps { get; init; }

    /// <summary>Clips or segments per step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Peak learning rate, reached after <see cref="WarmupSteps"/>, from where a cosine falls to <see cref="FinalLearningRateRatio"/> of it.</summary>
    public required double LearningRate { get; init; }

    public int WarmupSteps { get; init; } = 100;

    public double FinalLearningRateRatio { get; init; } = 0.05;

    /// <summary>Decoupled weight decay of matrices.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Largest L2 norm of all gradients together; 0 leaves them as they are.</summary>
    public double ClipNorm { get; init; } = 1;

    public long Seed { get; init; } = 1;

    /// <summary>Steps between two validations; 0 validates at the end only.</summary>
    public int ValidateEvery { get; init; } = 500;

    /// <summary>Steps between two checkpoints; a kill loses at most so many.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>CPU threads.</summary>
    public int Threads { get; init; } = 1;

    [JsonIgnore]
    internal LearningRateSchedule Schedule => new(ScheduleKind.Cosine, LearningRate, WarmupSteps, Steps, FinalLearningRateRatio);
}
