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
