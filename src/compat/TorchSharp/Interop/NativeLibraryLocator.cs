using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds libtorchshim.so next to the assembly, and says what to do where it is missing.</summary>
internal static class NativeLibraryLocator
{
    internal const string Name = "torchshim";

    // libtorch is built with OpenMP. With Debian's pthread flavour of OpenBLAS two thread pools fight over the
    // cores, so where the OpenMP flavour is installed it is loaded first: the later look-up by soname finds it.
    private static readonly string[] Blas = ["libopenblas.so.0", "libblas.so.3", "liblapack.so.3"];

    private static readonly string[] OpenMpFolders =
    [
        "/usr/lib/x86_64-linux-gnu/openblas-openmp",
        "/usr/lib/aarch64-linux-gnu/openblas-openmp",
    ];

    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLocator).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name) return 0;
        var besides = Path.Combine(AppContext.BaseDirectory, "libtorchshim.so");
        var file = File.Exists(besides) ? besides : Path.Combine(Path.GetDirectoryName(assembly.Location) ?? "", "libtorchshim.so");
        if (!File.Exists(file))
            throw new DllNotFoundException($"libtorchshim.so was not found at {besides}. It is built by `./xtts setup`; run that, then build again.");
        foreach (var folder in OpenMpFolders.Where(Directory.Exists))
        {
            foreach (var blas in Blas) NativeLibrary.TryLoad(Path.Combine(folder, blas), out _);
        }
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"{file} could not be loaded; libtorch is missing or another version. Run `./xtts setup`. {e.Message}", e);
        }
    }
}
