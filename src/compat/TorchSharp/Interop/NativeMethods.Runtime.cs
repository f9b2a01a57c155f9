using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint ts_version();

    [LibraryImport(Library)]
    internal static partial int ts_get_num_threads();

    [LibraryImport(Library)]
    internal static partial nint ts_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int ts_get_num_interop_threads();

    [LibraryImport(Library)]
    internal static partial nint ts_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    internal static partial int ts_cuda_device_count();

    [LibraryImport(Library)]
    internal static partial nint ts_cuda_synchronize(int index);

    [LibraryImport(Library)]
    internal static partial nint ts_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial nint ts_default_generator(int deviceType, int deviceIndex, out nint generator);

    [LibraryImport(Library)]
    internal static partial nint ts_new_generator(ulong seed, int deviceType, int deviceIndex, out nint generator);

    [LibraryImport(Library)]
    internal static partial void ts_release_generator(nint generator);

    [LibraryImport(Library)]
    internal static partial nint ts_generator_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial nint ts_generator_reseed(nint generator, out ulong seed);

    [LibraryImport(Library)]
    internal static partial nint ts_generator_initial_seed(nint generator, out ulong seed);

    [LibraryImport(Library)]
    internal static partial nint ts_generator_get_state(nint generator, out nint state);

    [LibraryImport(Library)]
    internal static partial nint ts_generator_set_state(nint generator, nint state);
}
