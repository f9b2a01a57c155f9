using System.Text.Json.Serialization;

namespace XttsSaas.Training.Checkpoints;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunState))]
[JsonSerializable(typeof(StepManifest))]
[JsonSerializable(typeof(Judging.SoundTrial))]
[JsonSerializable(typeof(Pretraining.StageState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
