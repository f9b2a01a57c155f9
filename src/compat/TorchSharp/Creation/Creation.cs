using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Makes tensors from shapes and from .NET memory.</summary>
internal static unsafe class Creation
{
    /// <summary>A filled tensor by the named factory operator.</summary>
    internal static Tensor Filled(string operation, long[] size, ScalarType? dtype, Device? device, bool requiresGrad) =>
        Op.Call(operation, size, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device)).requires_grad_(requiresGrad);

    internal static Tensor Random(string operation, long[] size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator) =>
        (generator is null
            ? Op.Call(operation, size, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device))
            : Op.Call(operation + ".generator", size, generator, dtype ?? get_default_dtype(), Argument.None, InitializeDevice(device)))
        .requires_grad_(requiresGrad);

    /// <summary>A copy of the elements with the given shape.</summary>
    internal static Tensor Copy<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        long wanted = 1;
        foreach (var size in shape) wanted *= size;
        if (wanted != elements.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {elements.Length} elements, shape [{string.Join(", ", shape.ToArray())}].");
        var source = ToScalarType(typeof(T));
        nint handle;
        fixed (long* sizes = shape) NativeError.Check(NativeMethods.ts_empty(sizes, shape.Length, (int)source, (int)DeviceType.CPU, -1, out handle));
        NativeError.Check(NativeMethods.ts_data(handle, out var memory));
        elements.CopyTo(new Span<T>((void*)memory, elements.Length));
        var tensor = new Tensor(handle);
        var target = InitializeDevice(device);
        if ((dtype ?? source) != source || target.type != DeviceType.CPU) tensor = tensor.to(dtype ?? source, target, disposeAfter: true);
        return requiresGrad ? tensor.requires_grad_() : tensor;
    }

    internal static Tensor Copy<T>(IList<T> elements, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged => Copy<T>((elements as T[] ?? [.. elements]).AsSpan(), shape, dtype, device, requiresGrad);

    /// <summary>A copy of a rectangular array, with the array's shape.</summary>
    internal static Tensor CopyArray<T>(Array array, ScalarType? dtype, Device? device, bool requiresGrad) where T : unmanaged
    {
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = array.GetLongLength(i);
        fixed (byte* memory = &System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array))
        {
            return Copy(new ReadOnlySpan<T>(memory, array.Length), shape, dtype, device, requiresGrad);
        }
    }
}
