using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static class NativeError
{
    /// <summary>Throws what libtorch said, as TorchSharp does: an ExternalException with its message.</summary>
    internal static void Check(nint message)
    {
        if (message == 0) return;
        var text = Marshal.PtrToStringUTF8(message)!;
        NativeMethods.ts_free(message);
        throw new ExternalException(text);
    }
}
