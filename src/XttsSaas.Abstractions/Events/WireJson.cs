using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Events;

/// <summary>The JSON that leaves the platform, in answers as in events: camelCase names, enums as snake_case text.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
