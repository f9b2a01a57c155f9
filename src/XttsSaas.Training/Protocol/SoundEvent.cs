using System.Text.Json.Serialization;
using XttsSaas.Training.Judging;

namespace XttsSaas.Training.Protocol;

/// <summary>A checkpoint was listened to.</summary>
/// <param name="Step">Its optimiser steps; 0 is the base model, and the vocoder's steps count on from the run's last.</param>
/// <param name="Score">How it sounds on held-out sentences.</param>
/// <param name="SamplePath">A WAV file of the first of them.</param>
/// <param name="Best">Whether it is the best trained checkpoint so far.</param>
public sealed record SoundEvent(int Step, SoundScore Score, string SamplePath, bool Best) : WorkerEvent
{
    public const string TypeName = "sound";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
