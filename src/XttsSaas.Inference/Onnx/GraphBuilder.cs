using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace XttsSaas.Inference.Onnx;

/// <summary>
/// Collects nodes, constants, inputs and outputs, and encodes them as an ONNX model. Field numbers are those of onnx.proto (IR version 9,
/// operator set 20). Equal small constants are stored once. Probes are intermediate values that become outputs only on request.
/// </summary>
internal sealed class GraphBuilder(string name, bool withProbes = false)
{
    private const int IrVersion = 9;
    private const int OperatorSet = 20;
    private readonly List<ProtobufWriter> _nodes = [];
    private readonly List<ProtobufWriter> _initializers = [];
    private readonly List<ProtobufWriter> _inputs = [];
    private readonly List<ProtobufWriter> _outputs = [];
    private readonly HashSet<string> _initializerNames = new(StringComparer.Ordinal);
    private int _values;

    public Value Input(string inputName, OnnxType type, params ReadOnlySpan<Dim> shape)
    {
        _inputs.Add(ValueInfo(inputName, type, shape));
        return new Value(inputName);
    }

    /// <summary>Makes a value an output of the graph under a name of its own.</summary>
    public void Output(Value value, string outputName, OnnxType type, params ReadOnlySpan<Dim> shape)
    {
        AddNode("Identity", [value.Name], [outputName], []);
        _outputs.Add(ValueInfo(outputName, type, shape));
    }

    /// <summary>Names an intermediate float32 value for checks; a graph that is served does not have it as an output.</summary>
    public void Probe(string probeName, Value value) => Probe(probeName, () => value);

    /// <summary>The same for a value that is computed for the check alone.</summary>
    public void Probe(string probeName, Func<Value> value)
    {
        if (!withProbes)
            return;
        AddNode("Identity", [value().Name], [probeName], []);
        _outputs.Add(ValueInfo(probeName, new ProtobufWriter().Integer(1, (long)OnnxType.Float))); // of any shape
    }

    public Value Node(string operation, ReadOnlySpan<Value> inputs, params ReadOnlySpan<OnnxAttribute> attributes) =>
        Nodes(operation, inputs, 1, attributes)[0];

    public Value[] Nodes(string operation, ReadOnlySpan<Value> inputs, int outputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        var results = new Value[outputs];
        for (var i = 0; i < outputs; i++)
            results[i] = new Value($"{operation}_{_values++}");
        AddNode(operation, Names(inputs), Names(results), attributes);
        return results;
    }

    public Value Constant(params ReadOnlySpan<long> values) =>
        Small("ints:" + string.Join(',', values.ToArray()), OnnxType.Int64, [values.Length], MemoryMarshal.AsBytes(values));

    public Value Scalar(long value) =>
        Small("int:" + value.ToString(CultureInfo.InvariantCulture), OnnxType.Int64, [], MemoryMarshal.AsBytes([value]));

    public Value Scalar(float value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return Small("float:" + value.ToString("R", CultureInfo.InvariantCulture), OnnxType.Float, [], bytes);
    }

    /// <summary>Adds an encoded TensorProto of this name; adding a name again refers to the first one.</summary>
    public Value Initializer(string initializerName, Func<ProtobufWriter> tensor)
    {
        if (_initializerNames.Add(initializerName))
            _initializers.Add(tensor());
        return new Value(initializerName);
    }

    /// <summary>The encoded ModelProto.</summary>
    public byte[] Build()
    {
        var graph = new ProtobufWriter()
            .Messages(1, _nodes)
            .Text(2, name)
            .Messages(5, _initializers)
            .Messages(11, _inputs)
            .Messages(12, _outputs);
        return new ProtobufWriter()
            .Integer(1, IrVersion)
            .Text(2, "XttsSaas")
            .Message(7, graph)
            .Message(8, new ProtobufWriter().Text(1, "").Integer(2, OperatorSet))
            .ToArray();
    }

    private Value Small(string key, OnnxType type, ReadOnlySpan<long> dims, ReadOnlySpan<byte> raw)
    {
        var tensor = new ProtobufWriter();
        foreach (var dim in dims)
            tensor.Integer(1, dim);
        tensor.Integer(2, (long)type).Text(8, key).Bytes(9, raw);
        return Initializer(key, () => tensor);
    }

    private void AddNode(string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, ReadOnlySpan<OnnxAttribute> attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        foreach (var output in outputs)
            node.Text(2, output);
        node.Text(3, string.Create(CultureInfo.InvariantCulture, $"{operation}_{_nodes.Count}_node")).Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute.Proto);
        _nodes.Add(node);
    }

    private static string[] Names(ReadOnlySpan<Value> values)
    {
        var names = new string[values.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = values[i].Name;
        return names;
    }

    private static ProtobufWriter ValueInfo(string valueName, OnnxType type, ReadOnlySpan<Dim> dims)
    {
        var shape = new ProtobufWriter();
        foreach (var dim in dims)
            shape.Message(1, dim.ToProto());
        return ValueInfo(valueName, new ProtobufWriter().Integer(1, (long)type).Message(2, shape));
    }

    private static ProtobufWriter ValueInfo(string valueName, ProtobufWriter tensor) =>
        new ProtobufWriter().Text(1, valueName).Message(2, new ProtobufWriter().Message(1, tensor));
}
