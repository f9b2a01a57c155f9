using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>Names, persistent ids and calls of a pickle: what they stand for, or why the file is refused.</summary>
internal sealed class PickleConstruction(PickleCursor cursor)
{
    private const long SmallView = 1 << 20;
    private int _tensors;

    /// <exception cref="ModelFormatException">The name is not one that a checkpoint needs.</exception>
    public PickleGlobal Name(string? module, string? name)
    {
        if (module is null || name is null)
            throw cursor.Fault("a name is not given as text");
        return PickleNames.Find(module, name) ?? throw cursor.Fault(
            $"the pickle names {module}.{name}, which is neither a tensor nor a configuration. Nothing of it was run. If the file comes from a source that you trust, save its state dict as safetensors; otherwise delete it");
    }

    /// <summary>The tuple <c>('storage', class, key, device, element count)</c>.</summary>
    public PickleStorage Storage(object? id) =>
        id is PickleTuple { Items: ["storage", PickleGlobal { Callable: PickleCallable.Storage } type, string key, _, long count, ..] } && count >= 0
            ? new PickleStorage(type.Element, key, count)
            : throw cursor.Fault("a persistent id is not that of a storage");

    /// <summary>The value of a call; its arguments were made already.</summary>
    public object? Call(object? callable, object? arguments)
    {
        if (callable is PickleOpaque)
            return PickleOpaque.Value;
        if (callable is not PickleGlobal global)
            throw cursor.Fault("something that is no name is called");
        if (global.Callable == PickleCallable.Opaque)
            return PickleOpaque.Value;
        if (arguments is not PickleTuple { Items: var items })
            throw cursor.Fault($"{global.Name} is called with something that is no tuple");
        return global.Callable switch
        {
            PickleCallable.Tensor => Tensor(global.Name, items),
            PickleCallable.Parameter when items is [var tensor, ..] => tensor,
            PickleCallable.TypedTensor when items is [PickleGlobal { Callable: PickleCallable.Tensor } function, _, PickleTuple inner, ..] => Tensor(function.Name, inner.Items),
            PickleCallable.Size when items is [PickleTuple size] => size,
            PickleCallable.Dict => new PickleDict(),
            _ => throw cursor.Fault($"{global.Name} is called with arguments that it does not take"),
        };
    }

    private PickleTensor Tensor(string function, object?[] arguments)
    {
        if (arguments is not [PickleStorage storage, long offset, PickleTuple size, PickleTuple stride, ..])
            throw cursor.Fault($"{function} needs a storage, an offset, a size and strides");
        if (++_tensors > PickleLimits.Tensors)
            throw cursor.Fault($"more than {PickleLimits.Tensors} tensors");
        var dims = Numbers(size, "size");
        var strides = Numbers(stride, "stride");
        if (strides.Length != dims.Length)
            throw cursor.Fault($"a tensor of {dims.Length} dimensions has {strides.Length} strides");
        var tensor = new PickleTensor(storage, offset, new TensorShape(dims), strides);
        CheckExtent(tensor);
        return tensor;
    }

    private long[] Numbers(PickleTuple tuple, string what)
    {
        if (tuple.Items.Length > PickleLimits.Rank)
            throw cursor.Fault($"a tensor has {tuple.Items.Length} dimensions; at most {PickleLimits.Rank} are read");
        return Array.ConvertAll(tuple.Items, item => item is long and >= 0 ? (long)item : throw cursor.Fault($"a tensor's {what} holds something other than a number from 0 up"));
    }

    /// <summary>Every element must lie inside the storage, and a view that repeats elements may not make much out of little.</summary>
    private void CheckExtent(PickleTensor tensor)
    {
        var (storage, shape) = (tensor.Storage, tensor.Shape);
        try
        {
            var count = shape.Count;
            var last = tensor.Offset;
            for (var axis = 0; axis < shape.Rank; axis++)
                last = checked(last + ((shape[axis] - 1) * tensor.Strides[axis]));
            if (tensor.Offset < 0 || (count > 0 && last >= storage.Count))
                throw cursor.Fault($"a tensor of shape {shape} at element {tensor.Offset} reaches to element {last} of a storage of {storage.Count}");
            if (count > Math.Max(storage.Count, SmallView))
                throw cursor.Fault($"a tensor of shape {shape} repeats a storage of {storage.Count} elements {count} times over; save it with .contiguous()");
        }
        catch (OverflowException error)
        {
            throw new ModelFormatException(cursor.Fault($"a tensor of shape {shape} has more elements than 63 bits count").Message, error);
        }
    }
}
