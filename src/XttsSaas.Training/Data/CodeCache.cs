using System.Buffers.Binary;
using System.Security.Cryptography;
using XttsSaas.Xtts;

namespace XttsSaas.Training.Data;

/// <summary>
/// Audio codes on disk, so that a clip is encoded once per run however often the worker starts. A file is named after the
/// SHA-256 of the recording and of the encoder, and holds 16-bit little-endian codes.
/// </summary>
public sealed class CodeCache(string folder, string encoderId)
{
    /// <summary>The codes of <paramref name="wavePath"/>, from the cache or from <paramref name="encode"/>.</summary>
    public int[] GetOrAdd(string wavePath, int expectedCodes, Func<int[]> encode)
    {
        var path = Path.Combine(folder, Key(wavePath) + ".codes");
        if (File.Exists(path) && Read(path) is { } cached && cached.Length == expectedCodes)
            return cached;

        var codes = encode();
        Write(path, codes);
        return codes;
    }

    private string Key(string wavePath)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(encoderId));
        hash.AppendData(File.ReadAllBytes(wavePath));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static int[] Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var codes = new int[bytes.Length / sizeof(ushort)];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)));
        return codes;
    }

    private void Write(string path, int[] codes)
    {
        var bytes = new byte[codes.Length * sizeof(ushort)];
        for (var i = 0; i < codes.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)), checked((ushort)codes[i]));
        Directory.CreateDirectory(folder);
        DurableFile.Write(path, bytes);
    }
}
