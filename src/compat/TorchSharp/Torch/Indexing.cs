using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Index expressions as in PyTorch: numbers, ranges, new axes and ellipses make a view; index tensors and masks
/// then gather from that view (or, for assignment, put into it).
/// </summary>
internal static class Indexing
{
    internal static Tensor Get(Tensor source, TensorIndex[] indices)
    {
        using var scope = NewDisposeScope();
        var view = View(source, indices, out var tensors);
        var result = tensors is null ? view : Op.Call("aten::index.Tensor", view, Argument.OptionalTensors(tensors));
        return (ReferenceEquals(result, source) ? source.alias() : result).MoveToOuterDisposeScope();
    }

    internal static Tensor Put(Tensor target, Tensor value, TensorIndex[] indices, bool accumulate)
    {
        using var scope = NewDisposeScope();
        var view = View(target, indices, out var tensors);
        if (tensors is not null) Op.InPlace(view, "aten::index_put_", Argument.OptionalTensors(tensors), value, accumulate);
        else if (accumulate) view.add_(value);
        else view.copy_(value);
        return target;
    }

    private static Tensor View(Tensor source, TensorIndex[] indices, out Tensor?[]? tensors)
    {
        tensors = null;
        var consumed = indices.Sum(Consumes);
        if (consumed > source.Dimensions)
            throw new ArgumentException($"Too many indices: the tensor has {source.Dimensions} dimensions, the index needs {consumed}.");
        var view = source;
        var dim = 0;
        foreach (var index in indices)
        {
            switch (index.kind)
            {
                case TensorIndex.Kind.Single:
                    view = view.select(dim, index.start!.Value);
                    break;
                case TensorIndex.Kind.Slice:
                    view = Op.Call("aten::slice.Tensor", view, (long)dim++, index.start, index.stop, index.step ?? 1);
                    break;
                case TensorIndex.Kind.Ellipsis:
                    dim += (int)(source.Dimensions - consumed);
                    break;
                case TensorIndex.Kind.None or TensorIndex.Kind.Null:
                    view = view.unsqueeze(dim++);
                    break;
                case TensorIndex.Kind.Bool:
                    view = view.unsqueeze(dim);
                    Place(ref tensors, dim++, full([], index.start != 0, ScalarType.Bool, source.device).unsqueeze(0));
                    break;
                case TensorIndex.Kind.Tensor:
                    Place(ref tensors, dim, index.tensor!);
                    dim += Consumes(index);
                    break;
            }
        }
        return view;
    }

    private static int Consumes(TensorIndex index) => index.kind switch
    {
        TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
        TensorIndex.Kind.Tensor => index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)index.tensor.Dimensions : 1,
        _ => 0,
    };

    // a mask over several dimensions takes one place in the list: libtorch expands it itself
    private static void Place(ref Tensor?[]? tensors, int dim, Tensor tensor)
    {
        var placed = tensors?.ToList() ?? [];
        var masked = placed.Where(t => t is not null && t.dtype is ScalarType.Bool or ScalarType.Byte).Sum(t => (int)t!.Dimensions - 1);
        while (placed.Count < dim - masked) placed.Add(null);
        placed.Add(tensor);
        tensors = [.. placed];
    }
}
