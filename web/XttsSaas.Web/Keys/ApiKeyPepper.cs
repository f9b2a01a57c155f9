using System.Security.Cryptography;

namespace XttsSaas.Web.Keys;

/// <summary>
/// The installation's secret for hashing keys: from configuration (<c>Keys:Secret</c>, base64, at least 32 bytes), or
/// a file in the data folder that is made on first start and readable by its owner only.
/// </summary>
public static class ApiKeyPepper
{
    public const string Setting = "Keys:Secret";
    public const string FileName = "api-keys.secret";

    private const int Bytes = 32;

    /// <exception cref="InvalidOperationException">The secret is not base64 or too short.</exception>
    public static byte[] Load(string? configured, string dataRoot) =>
        configured is not null ? Decode(configured, Setting) : LoadFile(Path.Combine(dataRoot, FileName));

    private static byte[] LoadFile(string path)
    {
        if (!File.Exists(path))
            Create(path);
        return Decode(File.ReadAllText(path), path);
    }

    /// <summary>Written beside and linked into place: of two processes that start at once, the first wins and both read the same.</summary>
    private static void Create(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static byte[] Decode(string text, string origin)
    {
        var secret = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), secret, out var length) || length < Bytes)
            throw new InvalidOperationException($"{origin} must hold at least {Bytes} bytes as base64.");
        return secret[..length];
    }
}
