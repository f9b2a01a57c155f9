namespace XttsSaas.Training.Pretraining;

/// <summary>Training of the discrete VAE: mel reconstruction through a code book that follows the encoder by moving averages.</summary>
public sealed record DvaeStageConfig : StageConfig
{
    /// <summary>Mel frames per training segment, a multiple of 4.</summary>
    public int Frames { get; init; } = 64;

    /// <summary>Training clips that are kept in memory as mels, drawn from all of them; segments come from these.</summary>
    public int PoolClips { get; init; } = 3000;

    /// <summary>Validation clips that a validation measures.</summary>
    public int ValidationClips { get; init; } = 200;

    /// <summary>Share of the steps that train encoder and decoder alone, before k-means starts the code book.</summary>
    public double UnquantisedShare { get; init; } = 0.125;

    /// <summary>Weight of the L1 error beside the squared error.</summary>
    public double AbsoluteErrorWeight { get; init; } = 0.5;

    /// <summary>Weight of the pull of latents towards their code vectors.</summary>
    public double CommitmentWeight { get; init; } = 0.25;

    /// <summary>Decay of the code book's moving averages.</summary>
    public double CodebookDecay { get; init; } = 0.98;
}
