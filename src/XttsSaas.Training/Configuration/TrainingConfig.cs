namespace XttsSaas.Training.Configuration;

/// <summary>
/// How one fine-tuning run trains. Read from JSON, checked by <see cref="TrainingConfigValidator"/>.
/// Of <see cref="Steps"/> and <see cref="Epochs"/> exactly one is set.
/// </summary>
public sealed record TrainingConfig
{
    public TrainingMode Mode { get; init; } = TrainingMode.Lora;

    /// <summary>Optimiser steps of the whole run.</summary>
    public int? Steps { get; init; }

    /// <summary>Passes over the training clips; turned into steps when the clips are counted.</summary>
    public int? Epochs { get; init; }

    /// <summary>
    /// Clips per micro-batch, 1–64. 0 makes batches of <see cref="EffectiveBatch"/> clips and takes them through the model in
    /// pieces that fit into the device's free memory.
    /// </summary>
    public int BatchSize { get; init; } = 2;

    /// <summary>Clips per optimiser step where <see cref="BatchSize"/> is 0, 1–4,096.</summary>
    public int EffectiveBatch { get; init; } = 16;

    /// <summary>Micro-batches per optimiser step.</summary>
    public int GradientAccumulation { get; init; } = 1;

    /// <summary>Peak learning rate; null takes 5e-6 in full mode (the reference's) and 5e-4 for adapters.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Steps over which the rate rises linearly from 0 to its peak.</summary>
    public int WarmupSteps { get; init; }

    public ScheduleKind Schedule { get; init; } = ScheduleKind.Constant;

    /// <summary>Rate at the last step of a cosine schedule, as a share of the peak.</summary>
    public double FinalLearningRateRatio { get; init; } = 0.1;

    /// <summary>Steps between two drops of a step schedule, counted from the end of the warm-up.</summary>
    public int DecayEvery { get; init; }

    /// <summary>What a step schedule multiplies the rate by at every drop, in (0, 1].</summary>
    public double DecayFactor { get; init; } = 0.5;

    /// <summary>Decoupled weight decay, on weight matrices only.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Largest L2 norm of all gradients together; 0 leaves them as they are.</summary>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>
    /// How far the smoothed loss may rise above its best, as a multiple of it, before the run counts as diverged; 0 lets it rise.
    /// </summary>
    public double DivergenceFactor { get; init; } = 2;

    /// <summary>How often a run that diverged goes back to its last good checkpoint with half the learning rate before it fails, 0–10.</summary>
    public int MaxRollbacks { get; init; } = 3;

    /// <summary>Weight of the text loss in the total; the audio loss has weight 1.</summary>
    public double TextLossWeight { get; init; } = 0.01;

    /// <summary>Dropout of the GPT stack (embeddings, attention weights, both residual branches).</summary>
    public double Dropout { get; init; } = 0.1;

    public PromptSource PromptSource { get; init; } = PromptSource.OtherClip;

    /// <summary>Each clip has a random share of its input codes, up to this one, replaced by random codes; the codes to be predicted never are.</summary>
    public double InputCorruption { get; init; }

    public PromptMasking PromptMasking { get; init; } = PromptMasking.None;

    /// <summary>Everything random (order, prompts, dropout, adapter initialisation) follows from it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Steps between two validations; 0 validates at the start and at the end only.</summary>
    public int ValidateEvery { get; init; } = 50;

    /// <summary>Validations without a new best after which the run ends early; 0 always trains to the last step.</summary>
    public int Patience { get; init; }

    /// <summary>Steps between two checkpoints; a kill loses at most so many. 0 writes one at the end only.</summary>
    public int CheckpointEvery { get; init; } = 50;

    /// <summary>Newest checkpoints to keep, 1–100. The best one is kept in addition.</summary>
    public int KeepLast { get; init; } = 2;

    /// <summary>
    /// Held-out sentences that every checkpoint is asked to say, 0–64. The best-sounding checkpoint becomes the result. 0 listens to
    /// none, and the one with the lowest validation loss is taken.
    /// </summary>
    public int JudgeSentences { get; init; } = 12;

    /// <summary>
    /// Steps of the vocoder after the GPT's, in which it learns the speaker's sound, 0–100,000; 0 leaves it as it is, null takes as many as
    /// the GPT had, at most 200. The result has the new vocoder where it sounds better with it.
    /// </summary>
    public int? VocoderSteps { get; init; }

    /// <summary>Peak learning rate of the vocoder.</summary>
    public double VocoderLearningRate { get; init; } = 3e-4;

    /// <summary>CPU threads; 0 takes one for a small model and all processors for a large one. A resumed run is exact under the same count.</summary>
    public int Threads { get; init; }

    /// <summary>Batches that are prepared while the current step computes, 0–16; 0 prepares each when its turn comes. The run is the same to the bit either way.</summary>
    public int Prefetch { get; init; } = 2;

    public DeviceKind Device { get; init; } = DeviceKind.Auto;

    public PrecisionKind Precision { get; init; } = PrecisionKind.Auto;

    /// <summary>Language of the transcripts, one of the model's codes, for example <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    public LoraConfig Lora { get; init; } = new();

    public ClipLimits Limits { get; init; } = new();

    /// <summary>The same configuration with the batch that it stands for; how much of it goes through the model at a time is another matter.</summary>
    internal TrainingConfig WithBatch() => BatchSize == 0 ? this with { BatchSize = EffectiveBatch } : this;

    /// <summary>The peak learning rate in effect.</summary>
    internal double PeakLearningRate => LearningRate ?? (Mode == TrainingMode.Full ? 5e-6 : 5e-4);
}
