using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>The run cannot go on. The last line of a failed worker.</summary>
/// <param name="Code">One of <see cref="WorkerCodes"/>; decides whether a retry makes sense.</param>
/// <param name="Message">What was wrong and what to do, for a person; holds no text or audio of the customer.</param>
public sealed record FailedEvent(string Code, string Message) : WorkerEvent
{
    public const string TypeName = "failed";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
