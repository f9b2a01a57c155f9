using System.Globalization;
using System.Runtime.InteropServices;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Onnx;

/// <summary>
/// Stores float32 weights in one file beside the graphs (ONNX external data), each name once, so that several graphs may share it.
/// Small weights stay inside the graph, where ONNX Runtime's constant folding sees them.
/// </summary>
internal sealed class ExternalWeightWriter(Stream stream, string fileName) : IWeightWriter
{
    private const int InlineLimit = 256;
    private const int Alignment = 64;
    private readonly Dictionary<string, long> _offsets = new(StringComparer.Ordinal);

    public Value Write(GraphBuilder graph, string name, TensorShape shape, ReadOnlySpan<float> values)
    {
        if (values.Length != shape.Count)
            throw new ArgumentException($"Weight {name} of shape {shape} needs {shape.Count} values, got {values.Length}.", nameof(values));
        var bytes = MemoryMarshal.AsBytes(values);
        var tensor = new ProtobufWriter();
        foreach (var dim in shape.AsSpan())
            tensor.Integer(1, dim);
        tensor.Integer(2, (long)OnnxType.Float).Text(8, name);
        if (values.Length <= InlineLimit)
            tensor.Bytes(9, bytes);
        else
            Refer(tensor, Store(name, bytes), bytes.Length);
        return graph.Initializer(name, () => tensor);
    }

    private long Store(string name, ReadOnlySpan<byte> bytes)
    {
        if (_offsets.TryGetValue(name, out var offset))
            return offset;
        var padding = (Alignment - (stream.Position % Alignment)) % Alignment;
        stream.Write(new byte[padding]);
        offset = stream.Position;
        stream.Write(bytes);
        _offsets[name] = offset;
        return offset;
    }

    private void Refer(ProtobufWriter tensor, long offset, long length)
    {
        foreach (var (key, value) in (ReadOnlySpan<(string, string)>)
            [("location", fileName), ("offset", offset.ToString(CultureInfo.InvariantCulture)), ("length", length.ToString(CultureInfo.InvariantCulture))])
            tensor.Message(13, new ProtobufWriter().Text(1, key).Text(2, value));
        tensor.Integer(14, 1);
    }
}
