using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Parity;

/// <summary>One text and what the reference made of it, stage by stage; a stage that the row does not say is null.</summary>
internal sealed record TextRow
{
    public required string Lang { get; init; }
    public required string Input { get; init; }
    public string? StageLower { get; init; }
    public string? StageNumbers { get; init; }
    public string? StageAbbreviations { get; init; }
    public string? StageSymbols { get; init; }
    public string? MultilingualCleaners { get; init; }
    public string? PreprocessText { get; init; }

    /// <summary>Ids of the input.</summary>
    public int[]? Ids { get; init; }

    /// <summary>Ids of the stripped, lower-cased input, as inference encodes it.</summary>
    public int[]? IdsInference { get; init; }

    /// <summary>Unknown ids among <see cref="Ids"/>.</summary>
    [JsonPropertyName("unk")]
    public int? Unknown { get; init; }

    /// <summary>What the reference raised; such a row is not compared.</summary>
    public string? Error { get; init; }
}
