using System.Buffers.Binary;
using System.Text.Json;
using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Safetensors;

/// <summary>
/// The header of a safetensors file: 8 bytes little-endian length, then JSON. Strict: unknown types, offsets outside the
/// file, lengths that contradict a shape, gaps and overlaps are refused, so that no reader trusts a number of the file.
/// </summary>
internal static class SafetensorsHeader
{
    private const int MaxHeaderBytes = 100_000_000;
    private const int LengthBytes = 8;

    public static (IReadOnlyDictionary<string, TensorEntry> Tensors, IReadOnlyDictionary<string, string> Metadata, long DataStart) Read(FileBytes bytes, string path)
    {
        var length = ReadLength(bytes, path);
        var dataStart = LengthBytes + (long)length;
        try
        {
            var json = new Utf8JsonReader(bytes.Span(LengthBytes, length), new JsonReaderOptions { MaxDepth = 8 });
            using var document = JsonDocument.ParseValue(ref json);
            if (json.Read())
                throw new JsonException("there is more after the closing brace");
            return Parse(document.RootElement, dataStart, bytes.Length - dataStart, path);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new ModelFormatException($"{path}: the safetensors header is not valid: {error.Message}", error);
        }
    }

    private static int ReadLength(FileBytes bytes, string path)
    {
        if (bytes.Length < LengthBytes)
            throw new ModelFormatException($"{path}: {bytes.Length} bytes is too short for a safetensors file.");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span(0, LengthBytes));
        if (length > MaxHeaderBytes || (long)length > bytes.Length - LengthBytes)
            throw new ModelFormatException($"{path}: the header claims {length} bytes, but the file has {bytes.Length}; it is truncated or not a safetensors file.");
        return (int)length;
    }

    private static (Dictionary<string, TensorEntry>, Dictionary<string, string>, long) Parse(JsonElement root, long dataStart, long dataLength, string path)
    {
        var tensors = new Dictionary<string, TensorEntry>(StringComparer.Ordinal);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals("__metadata__"))
            {
                foreach (var item in property.Value.EnumerateObject())
                    metadata[item.Name] = item.Value.GetString() ?? "";
                continue;
            }
            if (!tensors.TryAdd(property.Name, ParseEntry(property, dataLength, path)))
                throw new ModelFormatException($"{path}: tensor {property.Name} appears twice.");
        }
        CheckTiling(tensors.Values, dataLength, path);
        return (tensors, metadata, dataStart);
    }

    private static TensorEntry ParseEntry(JsonProperty property, long dataLength, string path)
    {
        var name = property.Name;
        var typeName = property.Value.GetProperty("dtype").GetString();
        if (!Enum.TryParse<TensorType>(typeName, out var type) || !Enum.IsDefined(type) || type.ToString() != typeName)
            throw new ModelFormatException($"{path}: tensor {name} has type {typeName}; supported are {string.Join(", ", Enum.GetNames<TensorType>())}.");
        var dims = property.Value.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt64()).ToArray();
        if (dims.Length > 8 || dims.Any(dim => dim < 0))
            throw new ModelFormatException($"{path}: tensor {name} has a shape with {dims.Length} dimensions or a negative one.");
        var offsets = property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64()).ToArray();
        if (offsets.Length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > dataLength)
            throw new ModelFormatException($"{path}: tensor {name} lies at [{string.Join(", ", offsets)}], outside the {dataLength} data bytes; the file is truncated or damaged.");
        var shape = new TensorShape(dims);
        var length = offsets[1] - offsets[0];
        if (checked(shape.Count * type.Bytes()) != length)
            throw new ModelFormatException($"{path}: tensor {name} of shape {shape} and type {type} needs {shape.Count * type.Bytes()} bytes, the header gives {length}.");
        return new TensorEntry(name, type, shape, offsets[0], length);
    }

    private static void CheckTiling(IEnumerable<TensorEntry> entries, long dataLength, string path)
    {
        var position = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Offset).ThenBy(entry => entry.Length))
        {
            if (entry.Offset != position)
                throw new ModelFormatException($"{path}: tensor {entry.Name} starts at byte {entry.Offset}, expected {position}; tensors overlap or leave a gap.");
            position += entry.Length;
        }
        if (position != dataLength)
            throw new ModelFormatException($"{path}: the tensors end at byte {position}, the data at {dataLength}.");
    }
}
