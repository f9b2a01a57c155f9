using System.Buffers.Binary;
using System.Text.Json;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Safetensors;

/// <summary>Writes safetensors files, one tensor in memory at a time.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file crash-safely: a reader sees the old file or the whole new one.</summary>
    public static void Write(string path, IReadOnlyList<TensorSource> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        DurableFile.Write(path, stream => Write(stream, tensors, metadata));

    /// <summary>Writes to a stream from its present position.</summary>
    /// <exception cref="InvalidOperationException">A source wrote another number of bytes than its shape says.</exception>
    public static void Write(Stream stream, IReadOnlyList<TensorSource> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        // Wide types first keeps every tensor aligned to its element size.
        var ordered = tensors.OrderByDescending(tensor => tensor.Type.Bytes()).ToList();
        var header = Header(ordered, metadata);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in ordered)
        {
            var start = stream.Position;
            tensor.WriteTo(stream);
            var expected = tensor.Shape.Count * tensor.Type.Bytes();
            if (stream.Position - start != expected)
                throw new InvalidOperationException($"Tensor {tensor.Name} of shape {tensor.Shape} needs {expected} bytes, {stream.Position - start} were written.");
        }
    }

    private static byte[] Header(IReadOnlyList<TensorSource> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata)
                    json.WriteString(key, value);
                json.WriteEndObject();
            }
            var offset = 0L;
            foreach (var tensor in tensors)
            {
                var end = checked(offset + (tensor.Shape.Count * tensor.Type.Bytes()));
                WriteEntry(json, tensor, offset, end);
                offset = end;
            }
            json.WriteEndObject();
        }
        while (buffer.Length % Alignment != 0)
            buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, TensorSource tensor, long start, long end)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (var dim in tensor.Shape.AsSpan())
            json.WriteNumberValue(dim);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
