namespace XttsSaas.Xtts.Tensors;

/// <summary>Receives a run of whole elements, little endian; runs come in row-major order.</summary>
public delegate void TensorBlock(ReadOnlySpan<byte> block);
