namespace XttsSaas.Inference.Onnx;

/// <summary>An AttributeProto of the ONNX specification.</summary>
internal readonly record struct OnnxAttribute(ProtobufWriter Proto)
{
    private const int TypeField = 20;

    public static OnnxAttribute Int(string name, long value) =>
        new(new ProtobufWriter().Text(1, name).Integer(3, value).Integer(TypeField, 2));

    public static OnnxAttribute Float(string name, float value) =>
        new(new ProtobufWriter().Text(1, name).Single(2, value).Integer(TypeField, 1));

    public static OnnxAttribute Text(string name, string value) =>
        new(new ProtobufWriter().Text(1, name).Text(4, value).Integer(TypeField, 3));

    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values)
    {
        var proto = new ProtobufWriter().Text(1, name);
        foreach (var value in values)
            proto.Integer(8, value);
        return new OnnxAttribute(proto.Integer(TypeField, 7));
    }
}
