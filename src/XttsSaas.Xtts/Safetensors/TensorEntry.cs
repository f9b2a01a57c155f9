using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Safetensors;

/// <summary>Where a tensor lies in a safetensors file. <paramref name="Offset"/> is in bytes from the start of the data area.</summary>
public sealed record TensorEntry(string Name, TensorType Type, TensorShape Shape, long Offset, long Length) : TensorInfo(Name, Type, Shape);
