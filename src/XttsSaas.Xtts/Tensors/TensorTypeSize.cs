namespace XttsSaas.Xtts.Tensors;

/// <summary>Bytes per element, and which kind of number an element is.</summary>
public static class TensorTypeSize
{
    public static int Bytes(this TensorType type) => type switch
    {
        TensorType.I64 or TensorType.F64 => 8,
        TensorType.F32 or TensorType.I32 => 4,
        TensorType.F16 or TensorType.BF16 or TensorType.I16 => 2,
        TensorType.I8 or TensorType.U8 or TensorType.BOOL => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown tensor type."),
    };

    public static bool IsFloatingPoint(this TensorType type) =>
        type is TensorType.F32 or TensorType.F16 or TensorType.BF16 or TensorType.F64;
}
