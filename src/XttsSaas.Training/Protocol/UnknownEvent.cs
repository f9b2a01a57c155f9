using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>A well-formed line of a type that this reader does not know.</summary>
/// <param name="UnknownType">The line's <c>type</c>.</param>
/// <param name="Line">The line itself.</param>
public sealed record UnknownEvent(string UnknownType, string Line) : WorkerEvent
{
    [JsonPropertyOrder(-1)]
    public override string Type => UnknownType;
}
