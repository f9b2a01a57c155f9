using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>A run of <paramref name="Count"/> elements that lies in the archive as <c>data/{Key}</c>; several tensors may share it.</summary>
internal sealed record PickleStorage(TensorType Type, string Key, long Count);
