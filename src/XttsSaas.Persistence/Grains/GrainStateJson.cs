using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Persistence.Grains;

/// <summary>How grain state is written: readable names, so that a person can follow a row.</summary>
internal static class GrainStateJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
