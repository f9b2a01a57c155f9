using System.Buffers;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>TorchSharp's own tensor format: type, rank and sizes as variable-length integers, then the raw bytes.</summary>
internal static class TensorStream
{
    internal static void WriteCount(BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static int ReadCount(BinaryReader reader) => checked((int)reader.Read7BitEncodedInt64());

    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        WriteCount(writer, (int)tensor.dtype);
        WriteCount(writer, tensor.Dimensions);
        foreach (var size in tensor.shape) WriteCount(writer, size);
        using var local = Flat(tensor);
        writer.Flush();
        foreach (var block in Blocks(local)) writer.Write(block.Span);
    }

    internal static (ScalarType Type, long[] Shape) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)ReadCount(reader);
        var shape = new long[ReadCount(reader)];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Read7BitEncodedInt64();
        return (type, shape);
    }

    /// <summary>Reads the bytes of a tensor whose header has been read.</summary>
    internal static void ReadBytes(BinaryReader reader, Tensor target)
    {
        foreach (var block in Blocks(target))
        {
            reader.BaseStream.ReadExactly(block.Span);
        }
    }

    private static Tensor Flat(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().contiguous().DetachFromDisposeScope();
    }

    // a tensor may be larger than a span can be
    private static IEnumerable<Memory<byte>> Blocks(Tensor tensor)
    {
        const int Block = 1 << 26;
        var total = tensor.NumberOfElements * tensor.ElementSize;
        for (long offset = 0; offset < total; offset += Block)
        {
            using var owner = new NativeBlock(tensor.DataPointer + (nint)offset, (int)Math.Min(Block, total - offset));
            yield return owner.Memory;
        }
        GC.KeepAlive(tensor);
    }

    private sealed unsafe class NativeBlock(nint first, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new((void*)first, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new((void*)(first + elementIndex));

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
