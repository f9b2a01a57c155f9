namespace XttsSaas.Xtts.Tensors;

/// <summary>Element types that a model file may hold, by their safetensors names.</summary>
public enum TensorType
{
    F32,
    F16,
    BF16,
    I64,
    I32,
    F64,
    I16,
    I8,
    U8,
    BOOL,
}
