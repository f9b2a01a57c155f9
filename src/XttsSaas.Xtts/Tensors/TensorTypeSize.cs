namespace XttsSaas.Xtts.Tensors;

/// <summary>Bytes per element.</summary>
public static class TensorTypeSize
{
    public static int Bytes(this TensorType type) => type switch
    {
        TensorType.F32 or TensorType.I32 => 4,
        TensorType.F16 or TensorType.BF16 => 2,
        TensorType.I64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown tensor type."),
    };
}
