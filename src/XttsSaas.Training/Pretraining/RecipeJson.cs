using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Training.Pretraining;

/// <summary>JSON of recipes: camelCase, unknown settings are refused.</summary>
public static class RecipeJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    /// <exception cref="JsonException">It is no recipe, lacks a setting, or names one that does not exist.</exception>
    public static Recipe Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Recipe>(json, Options) ?? throw new JsonException("The recipe is the JSON value null; expected an object.");

    /// <summary>A stage's configuration as text.</summary>
    public static string Format(StageConfig config) => JsonSerializer.Serialize(config, Options);
}
