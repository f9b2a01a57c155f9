using System.Security.Cryptography;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>SHA-256 of a file's content.</summary>
public static class FileDigest
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
