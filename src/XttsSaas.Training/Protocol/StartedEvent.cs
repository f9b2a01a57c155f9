using System.Text.Json.Serialization;
using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Protocol;

/// <summary>The data set is loaded and the model is on its device; the first step follows.</summary>
/// <param name="Step">Optimiser steps already done: 0, or the step of the checkpoint that the run resumes from.</param>
/// <param name="TotalSteps">Steps after which the run is complete.</param>
/// <param name="Device">For example <c>cpu</c> or <c>cuda:0</c>.</param>
/// <param name="Parameters">Parameters of the GPT part.</param>
/// <param name="TrainableParameters">Those that the optimiser changes (the adapters alone in LoRA mode).</param>
/// <param name="Clips">Training clips in use.</param>
/// <param name="ValidationClips">Held-out clips in use.</param>
/// <param name="DroppedClips">Clips that broke a rule, each with its reason.</param>
public sealed record StartedEvent(
    int Step,
    int TotalSteps,
    string Device,
    long Parameters,
    long TrainableParameters,
    int Clips,
    int ValidationClips,
    IReadOnlyList<DroppedClip> DroppedClips) : WorkerEvent
{
    public const string TypeName = "started";

    /// <summary>Clips per micro-batch.</summary>
    public int BatchSize { get; init; }

    /// <summary>How many of them go through the model at a time.</summary>
    public int PieceSize { get; init; }

    /// <summary>In which numbers the matrices are multiplied.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PrecisionKind>))]
    public PrecisionKind Precision { get; init; } = PrecisionKind.Fp32;

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
