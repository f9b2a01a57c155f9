using System.Globalization;

namespace XttsSaas.Inference.Onnx;

/// <summary>One dimension of a graph input or output: a number, or a name where it varies.</summary>
internal readonly record struct Dim(long? Size, string? Name)
{
    public static implicit operator Dim(long size) => new(size, null);

    public static implicit operator Dim(string name) => new(null, name);

    public ProtobufWriter ToProto() => Size is { } size
        ? new ProtobufWriter().Integer(1, size)
        : new ProtobufWriter().Text(2, Name!);

    public override string ToString() => Name ?? Size!.Value.ToString(CultureInfo.InvariantCulture);
}
