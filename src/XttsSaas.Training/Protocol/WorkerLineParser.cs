using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace XttsSaas.Training.Protocol;

/// <summary>Turns a line of a worker's standard output into its event.</summary>
public static class WorkerLineParser
{
    /// <summary>
    /// The event of <paramref name="line"/>; <see cref="UnknownEvent"/> for an unknown type;
    /// null when the line is no JSON object with a <c>type</c>, or lacks what its type promises.
    /// </summary>
    public static WorkerEvent? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("type", out var type)
                || type.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var name = type.GetString()!;
            return TypeInfo(name) is { } info
                ? (WorkerEvent?)root.Deserialize(info)
                : new UnknownEvent(name, line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The line of <paramref name="workerEvent"/>, without its newline.</summary>
    public static string Format(WorkerEvent workerEvent) =>
        TypeInfo(workerEvent.Type) is { } info
            ? JsonSerializer.Serialize(workerEvent, info)
            : throw new ArgumentException($"An event of type '{workerEvent.Type}' cannot be written.", nameof(workerEvent));

    private static JsonTypeInfo? TypeInfo(string type) => type switch
    {
        StartedEvent.TypeName => ProtocolJson.Default.StartedEvent,
        StepEvent.TypeName => ProtocolJson.Default.StepEvent,
        ValidationEvent.TypeName => ProtocolJson.Default.ValidationEvent,
        CheckpointEvent.TypeName => ProtocolJson.Default.CheckpointEvent,
        SoundEvent.TypeName => ProtocolJson.Default.SoundEvent,
        VocoderStepEvent.TypeName => ProtocolJson.Default.VocoderStepEvent,
        CompletedEvent.TypeName => ProtocolJson.Default.CompletedEvent,
        WarningEvent.TypeName => ProtocolJson.Default.WarningEvent,
        RolledBackEvent.TypeName => ProtocolJson.Default.RolledBackEvent,
        FailedEvent.TypeName => ProtocolJson.Default.FailedEvent,
        _ => null,
    };
}
