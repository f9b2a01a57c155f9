using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Protocol;

/// <summary>
/// JSON of jobs and configurations. Read by reflection: generated readers give absent <c>init</c> properties the type's default
/// instead of the record's own.
/// </summary>
public static class JobJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <exception cref="JsonException">It is no job, or names a setting that does not exist.</exception>
    public static TrainingJob? ParseJob(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<TrainingJob>(json, Options);

    /// <exception cref="JsonException">It is no configuration, or names a setting that does not exist.</exception>
    public static TrainingConfig? ParseConfig(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<TrainingConfig>(json, Options);

    /// <summary>How a property is written.</summary>
    internal static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <exception cref="JsonException">It is no <paramref name="type"/>.</exception>
    internal static object? Read(JsonNode value, Type type) => value.Deserialize(type, Options);

    public static byte[] Format(TrainingJob job) => JsonSerializer.SerializeToUtf8Bytes(job, Options);

    public static byte[] Format(TrainingConfig config) => JsonSerializer.SerializeToUtf8Bytes(config, Options);
}
