namespace XttsSaas.Training.Checkpoints;

/// <summary>
/// What a run must know to go on exactly where it was, beside weights and moments. Order of clips, prompts and dropout
/// follow from seed and step, so there is no generator state and the data cursor is the step itself.
/// </summary>
public sealed record RunState
{
    /// <summary>Optimiser steps done.</summary>
    public int Step { get; init; }

    /// <summary>The trained step with the lowest validation loss; 0 while there is none.</summary>
    public int BestStep { get; init; }

    /// <summary>Its validation loss; null while there is none.</summary>
    public double? BestLoss { get; init; }

    /// <summary>The smoothed training loss before its bias correction, and the weight it has gathered.</summary>
    public double LossAverage { get; init; }

    /// <inheritdoc cref="LossAverage"/>
    public double LossAverageWeight { get; init; }

    /// <summary>SHA-256 of the configuration parts that a resumed run must share.</summary>
    public string Fingerprint { get; init; } = "";
}
