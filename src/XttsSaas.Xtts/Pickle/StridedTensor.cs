using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Pickle;

/// <summary>A tensor of a torch file where its elements lie: <paramref name="storage"/> from byte <paramref name="start"/> on.</summary>
internal sealed class StridedTensor(string name, PickleTensor tensor, FileBytes storage, long start)
{
    private const int BlockBytes = 1 << 20;
    private readonly int _size = tensor.Storage.Type.Bytes();

    public TensorInfo Info { get; } = new(name, tensor.Storage.Type, tensor.Shape);

    /// <summary>All elements in row-major order, a block at a time.</summary>
    public void ReadBlocks(TensorBlock read)
    {
        if (Info.Shape.Count == 0)
            return;
        if (tensor.Contiguous)
            ReadInPlace(read);
        else
            Gather(read);
    }

    private void ReadInPlace(TensorBlock read)
    {
        var (first, length) = (start + (tensor.Offset * _size), Info.Shape.Count * _size);
        for (var done = 0L; done < length; done += BlockBytes)
            read(storage.Span(first + done, (int)Math.Min(BlockBytes, length - done)));
    }

    private void Gather(TensorBlock read)
    {
        var count = Info.Shape.Count;
        var block = new byte[Math.Min(BlockBytes, count * _size)];
        var index = new long[Info.Shape.Rank];
        var (element, filled) = (tensor.Offset, 0);
        for (var done = 0L; done < count; done++)
        {
            storage.Span(start + (element * _size), _size).CopyTo(block.AsSpan(filled));
            filled += _size;
            if (filled == block.Length || done == count - 1)
            {
                read(block.AsSpan(0, filled));
                filled = 0;
            }
            element = Next(index, element);
        }
    }

    /// <summary>Steps the index by one, the last axis fastest, and returns the element that it then stands for.</summary>
    private long Next(long[] index, long element)
    {
        for (var axis = index.Length - 1; axis >= 0; axis--)
        {
            element += tensor.Strides[axis];
            if (++index[axis] < Info.Shape[axis])
                return element;
            element -= Info.Shape[axis] * tensor.Strides[axis];
            index[axis] = 0;
        }
        return element;
    }
}
