namespace XttsSaas.Domain.Ports;

/// <summary>A file on this machine, valid until disposed.</summary>
public sealed class LocalFile(string path, Action? release = null) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => release?.Invoke();
}
