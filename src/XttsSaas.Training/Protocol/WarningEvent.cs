using System.Text.Json.Serialization;

namespace XttsSaas.Training.Protocol;

/// <summary>Something went wrong that the run survives, for example a step skipped because its loss was not finite.</summary>
/// <param name="Step">Optimiser steps done so far.</param>
/// <param name="Code">One of <see cref="WorkerCodes"/>.</param>
/// <param name="Message">For a person.</param>
public sealed record WarningEvent(int Step, string Code, string Message) : WorkerEvent
{
    public const string TypeName = "warning";

    [JsonPropertyOrder(-1)]
    public override string Type => TypeName;
}
