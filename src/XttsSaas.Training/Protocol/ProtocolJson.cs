using System.Text.Json;
using System.Text.Json.Serialization;
using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Protocol;

/// <summary>Source-generated JSON of the worker protocol; touching it loads no tensor library.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(StartedEvent))]
[JsonSerializable(typeof(StepEvent))]
[JsonSerializable(typeof(ValidationEvent))]
[JsonSerializable(typeof(CheckpointEvent))]
[JsonSerializable(typeof(CompletedEvent))]
[JsonSerializable(typeof(WarningEvent))]
[JsonSerializable(typeof(FailedEvent))]
[JsonSerializable(typeof(TrainingJob))]
[JsonSerializable(typeof(TrainingConfig))]
public sealed partial class ProtocolJson : JsonSerializerContext;
