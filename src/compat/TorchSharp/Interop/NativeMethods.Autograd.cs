using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int ts_requires_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int ts_is_leaf(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint ts_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    internal static partial nint ts_retain_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint ts_grad(nint tensor, out nint result);

    [LibraryImport(Library)]
    internal static partial nint ts_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    internal static partial nint ts_set_data(nint tensor, nint data);

    [LibraryImport(Library)]
    internal static partial nint ts_backward(
        nint[] tensors, int count, nint[] gradients, int gradientCount, int retainGraph, int createGraph, nint[] inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial nint ts_autograd(
        nint[] outputs, int outputCount, nint[] inputs, int inputCount, nint[] gradients, int gradientCount,
        int retainGraph, int createGraph, int allowUnused, [Out] nint[] results);

    [LibraryImport(Library)]
    internal static partial int ts_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void ts_set_grad_enabled(int enabled);

    [LibraryImport(Library)]
    internal static partial nint ts_enter_inference(int enabled);

    [LibraryImport(Library)]
    internal static partial void ts_leave_inference(nint scope);

    [LibraryImport(Library)]
    internal static partial int ts_inference_enabled();
}
