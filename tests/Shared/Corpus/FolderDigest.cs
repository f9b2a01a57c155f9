using System.Security.Cryptography;

namespace XttsSaas.Tests.Corpus;

/// <summary>Every file of a folder, with the digest of its bytes.</summary>
internal static class FolderDigest
{
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];
}
