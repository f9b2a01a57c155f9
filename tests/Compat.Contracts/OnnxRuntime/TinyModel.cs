using System.Text;

namespace Compat.Contracts.OnnxRuntime;

/// <summary>
/// An ONNX model written byte by byte: sum [n] = left [n] + right [n], float, n free. Enough to prove the binding
/// without an ONNX library.
/// </summary>
internal static class TinyModel
{
    public static byte[] Add() => Message(
        Integer(1, 9), // ir_version
        Field(8, Message(Text(1, ""), Integer(2, 17))), // opset_import
        Field(7, Message(
            Field(1, Message(Text(1, "left"), Text(1, "right"), Text(2, "sum"), Text(4, "Add"))),
            Text(2, "tiny"),
            Field(11, FloatVector("left")),
            Field(11, FloatVector("right")),
            Field(12, FloatVector("sum")))));

    private static byte[] FloatVector(string name) => Message(
        Text(1, name),
        Field(2, Message(Field(1, Message(
            Integer(1, 1), // FLOAT
            Field(2, Message(Field(1, Text(2, "n")))))))));

    private static byte[] Message(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Integer(int field, int value) => [(byte)(field << 3), (byte)value];

    private static byte[] Text(int field, string value) => Field(field, Encoding.UTF8.GetBytes(value));

    private static byte[] Field(int field, byte[] content) =>
        content.Length < 128
            ? [(byte)((field << 3) | 2), (byte)content.Length, .. content]
            : [(byte)((field << 3) | 2), (byte)((content.Length & 127) | 128), (byte)(content.Length >> 7), .. content];
}
