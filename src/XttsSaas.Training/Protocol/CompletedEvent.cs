using System.Text.Json.Serialization;
using XttsSaas.Training.Judging;

namespace XttsSaas.Training.Protocol;

/// <summary>The run is over and its result is durable. The last line of a successful worker.</summary>
/// <param name="Steps">Optimiser steps done in all.</param>
/// <param name="BestStep">The step whose GPT was exported; 0 is the base model's.</param>
/// <param name="CheckpointPath">Checkpoint folder (config, vocabulary, weights, manifest) ready for inference.</param>
/// <param name="Sha256">SHA-256 of its <c>model.safetensors</c>, lower-case hex.</param>
/// <param name="AdapterPath">The LoRA adapter alone; null after a full fine-tuning.</param>
public sealed record CompletedEvent(
    int Steps,
    int BestStep,
    string CheckpointPath,
    string Sha256,
    string? AdapterPath) : WorkerEvent
{
    public const string TypeName = "completed";

    /// <summary>How the losses went, from the first start of the run.</summary>
    public LossHistory? Losses { get; init; }

    /// <summary>Whether it sounds better than the base model; null where nobody listened.</summary>
    public SoundVerdict? Sound { get; init; }

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
