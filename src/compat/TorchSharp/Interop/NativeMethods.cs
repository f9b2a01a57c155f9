using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The C functions of libtorchshim. Those that return a pointer return an error message or zero.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryLocator.Name;

    // before the first call of any of them
    static NativeMethods() => NativeLibraryLocator.Register();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ts_find_operator(string name, string overload, out nint operation);

    [LibraryImport(Library)]
    internal static partial nint ts_call(nint operation, NativeValue* arguments, int count, NativeValue* results, int capacity, out int produced);

    [LibraryImport(Library)]
    internal static partial void ts_free(nint memory);

    [LibraryImport(Library)]
    internal static partial void ts_release(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint ts_alias(nint tensor, out nint result);

    [LibraryImport(Library)]
    internal static partial nint ts_empty(long* sizes, int dims, int dtype, int deviceType, int deviceIndex, out nint result);

    [LibraryImport(Library)]
    internal static partial int ts_dim(nint tensor);

    [LibraryImport(Library)]
    internal static partial long ts_numel(nint tensor);

    [LibraryImport(Library)]
    internal static partial int ts_dtype(nint tensor);

    [LibraryImport(Library)]
    internal static partial long ts_element_size(nint tensor);

    [LibraryImport(Library)]
    internal static partial long ts_storage_offset(nint tensor);

    [LibraryImport(Library)]
    internal static partial int ts_is_contiguous(nint tensor);

    [LibraryImport(Library)]
    internal static partial void ts_shape(nint tensor, long* sizes);

    [LibraryImport(Library)]
    internal static partial void ts_strides(nint tensor, long* strides);

    [LibraryImport(Library)]
    internal static partial void ts_device(nint tensor, out int type, out int index);

    [LibraryImport(Library)]
    internal static partial nint ts_data(nint tensor, out nint memory);
}
