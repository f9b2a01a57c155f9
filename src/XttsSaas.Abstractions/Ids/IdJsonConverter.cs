using System.Text.Json;
using System.Text.Json.Serialization;

namespace XttsSaas.Abstractions.Ids;

/// <summary>Writes an id as its text and refuses text that is no such id.</summary>
public sealed class IdJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException($"Not a valid {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
