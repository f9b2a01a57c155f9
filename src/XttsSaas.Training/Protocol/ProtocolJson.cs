using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>Source-generated JSON of the worker's events; touching it loads no tensor library.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(StartedEvent))]
[JsonSerializable(typeof(StepEvent))]
[JsonSerializable(typeof(ValidationEvent))]
[JsonSerializable(typeof(CheckpointEvent))]
[JsonSerializable(typeof(SoundEvent))]
[JsonSerializable(typeof(VocoderStepEvent))]
[JsonSerializable(typeof(CompletedEvent))]
[JsonSerializable(typeof(WarningEvent))]
[JsonSerializable(typeof(RolledBackEvent))]
[JsonSerializable(typeof(FailedEvent))]
public sealed partial class ProtocolJson : JsonSerializerContext;
