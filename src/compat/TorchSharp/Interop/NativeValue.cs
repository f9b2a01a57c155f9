using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal enum ValueKind
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    Ints = 5,
    Tensors = 6,
    OptionalTensors = 7,
    String = 8,
    Device = 9,
    Generator = 10,
    Doubles = 11,
    Default = 12,
}

/// <summary>One operand or result as the shim sees it (ts_value).</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)] internal ValueKind Kind;
    [FieldOffset(4)] internal int Count;
    [FieldOffset(8)] internal long Num;
    [FieldOffset(8)] internal double Real;
    [FieldOffset(8)] internal nint Pointer;
}
