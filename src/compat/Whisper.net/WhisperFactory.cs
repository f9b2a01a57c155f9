using System.Runtime.InteropServices;

namespace Whisper.net;

/// <summary>A loaded model, shared by all the processors that it builds.</summary>
public sealed class WhisperFactory : IDisposable
{
    private nint _context;
    private bool _disposed;

    private WhisperFactory(nint context) => _context = context;

    /// <summary>Loads a ggml model. A file that is no model is reported by <see cref="CreateBuilder"/>.</summary>
    public static WhisperFactory FromPath(string path)
    {
        try
        {
            return new WhisperFactory(Native.Load(path));
        }
        catch (DllNotFoundException fault)
        {
            throw new FileNotFoundException("libwhispershim.so was not found; run ./xtts setup, which builds it.", fault);
        }
    }

    /// <summary>What the native library was built with, loading it if need be.</summary>
    public static string? GetRuntimeInfo() => Marshal.PtrToStringUTF8(Native.SystemInfo());

    public WhisperProcessorBuilder CreateBuilder()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context == 0
            ? throw new WhisperModelLoadException("Failed to load the whisper model.")
            : new WhisperProcessorBuilder(_context);
    }

    public void Dispose()
    {
        if (_context != 0)
            Native.Free(_context);
        (_context, _disposed) = (0, true);
    }
}
