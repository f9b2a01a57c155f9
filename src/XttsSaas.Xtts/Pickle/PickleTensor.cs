using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>A view of a storage. Offset and strides count elements.</summary>
internal sealed record PickleTensor(PickleStorage Storage, long Offset, TensorShape Shape, long[] Strides)
{
    /// <summary>Whether the elements lie one after another in row-major order.</summary>
    public bool Contiguous
    {
        get
        {
            var expected = 1L;
            for (var axis = Shape.Rank - 1; axis >= 0; axis--)
            {
                if (Shape[axis] != 1 && Strides[axis] != expected)
                    return false;
                expected *= Shape[axis];
            }
            return true;
        }
    }
}
