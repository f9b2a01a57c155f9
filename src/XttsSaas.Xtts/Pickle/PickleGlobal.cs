using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>A name that a pickle mentioned and <see cref="PickleNames"/> let pass. <paramref name="Element"/> is a storage class's type.</summary>
internal sealed record PickleGlobal(string Name, PickleCallable Callable, TensorType Element = default);
