using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Web.Composition;

/// <summary>
/// JSON of the API: camelCase names, enums as snake_case text. A field that is not known is refused, or a misspelt
/// setting would silently have its default.
/// </summary>
public static class JsonSettings
{
    public static void Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }
}
