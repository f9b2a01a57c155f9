using System.Text.Json.Serialization;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;

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

    /// <summary>Validations since then.</summary>
    public int StaleValidations { get; init; }

    /// <summary>The smoothed training loss before its bias correction, and the weight it has gathered.</summary>
    public double LossAverage { get; init; }

    /// <inheritdoc cref="LossAverage"/>
    public double LossAverageWeight { get; init; }

    /// <summary>The lowest smoothed loss; null before the first step.</summary>
    public double? BestSmoothedLoss { get; init; }

    /// <summary>Steps in a row, up to this one, that were skipped because they were not finite.</summary>
    public int BadSteps { get; init; }

    /// <summary>The newest checkpoint of a healthy run; 0 is the start.</summary>
    public int GoodStep { get; init; }

    /// <summary>How often the run was rolled back to it.</summary>
    public int Returns { get; init; }

    /// <summary>How often the run was rolled back; each time halves the learning rate.</summary>
    public int Rollbacks { get; init; }

    /// <summary>Clips that go through the model at a time; a batch that has more is taken in pieces.</summary>
    public int PieceSize { get; init; }

    /// <summary>What the loss is multiplied by; null in a run that does not compute in float16.</summary>
    public LossScale? LossScale { get; init; }

    /// <summary>The losses that a report of the whole run needs.</summary>
    public LossHistory Losses { get; init; } = new();

    /// <summary>SHA-256 of the configuration parts that a resumed run must share.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The smoothed training loss; 0 before the first step.</summary>
    [JsonIgnore]
    public double SmoothedLoss => LossAverageWeight > 0 ? LossAverage / LossAverageWeight : 0;
}
