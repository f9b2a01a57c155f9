using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>A checkpoint is durable: it is complete on disk under its final name.</summary>
/// <param name="Step">Optimiser steps that it holds.</param>
/// <param name="Path">Its folder.</param>
/// <param name="Sha256">SHA-256 of its <c>weights.safetensors</c>, lower-case hex.</param>
/// <param name="Best">Whether it holds the best validation loss so far.</param>
/// <param name="Bytes">Size of the whole folder.</param>
public sealed record CheckpointEvent(int Step, string Path, string Sha256, bool Best, long Bytes) : WorkerEvent
{
    public const string TypeName = "checkpoint";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
