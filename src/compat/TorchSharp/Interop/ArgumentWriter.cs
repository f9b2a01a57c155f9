using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Lays arguments out as the shim reads them; lists live in native memory until disposal.</summary>
internal unsafe ref struct ArgumentWriter
{
    private const int MaxLists = 12;
    private fixed long _lists[MaxLists];
    private int _count;

    internal NativeValue Write(in Argument argument)
    {
        var value = new NativeValue { Kind = argument.Kind, Num = argument.Num };
        switch (argument.Kind)
        {
            case ValueKind.Double:
                value.Real = argument.Real;
                break;
            case ValueKind.Tensor:
                value.Pointer = ((Tensor)argument.Object!).Handle;
                break;
            case ValueKind.Ints:
                Copy<long>((long[])argument.Object!, ref value);
                break;
            case ValueKind.Doubles:
                Copy<double>((double[])argument.Object!, ref value);
                break;
            case ValueKind.Tensors or ValueKind.OptionalTensors:
                Copy<nint>(Array.ConvertAll((Tensor?[])argument.Object!, t => t is null ? 0 : t.Handle), ref value);
                break;
            case ValueKind.String:
                Copy<byte>(Encoding.UTF8.GetBytes((string)argument.Object! + "\0"), ref value);
                break;
            case ValueKind.Device:
                var device = (Device)argument.Object!;
                value.Num = (long)device.type;
                value.Count = device.index;
                break;
            case ValueKind.Generator:
                value.Pointer = ((Generator)argument.Object!).Handle;
                break;
        }
        return value;
    }

    private void Copy<T>(T[] items, ref NativeValue value) where T : unmanaged
    {
        if (_count == MaxLists) throw new InvalidOperationException("An operator with so many list arguments is not supported.");
        var bytes = (nuint)(items.Length * sizeof(T));
        var memory = NativeMemory.Alloc(bytes + 1);
        _lists[_count++] = (long)memory;
        items.AsSpan().CopyTo(new Span<T>(memory, items.Length));
        value.Count = items.Length;
        value.Pointer = (nint)memory;
    }

    public void Dispose()
    {
        for (var i = 0; i < _count; i++) NativeMemory.Free((void*)_lists[i]);
        _count = 0;
    }
}
