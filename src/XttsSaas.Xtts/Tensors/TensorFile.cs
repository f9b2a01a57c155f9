using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Pickle;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Xtts.Tensors;

/// <summary>Opens tensor files by what is in them; the file's name does not matter.</summary>
public static class TensorFile
{
    private const int TarMagicAt = 257;
    private const int SafetensorsHeaderAt = 8;

    /// <exception cref="ModelFormatException">Neither a safetensors file nor a zip file of torch.save, or damaged; the message says what it is.</exception>
    public static ITensorFile Open(string path)
    {
        var bytes = MappedFile.Open(path);
        var head = bytes.Span(0, (int)Math.Min(bytes.Length, 512));
        if (head.StartsWith("PK\u0003\u0004"u8))
            return TorchFile.Open(path, bytes);
        if (head.Length > SafetensorsHeaderAt && head[SafetensorsHeaderAt] == '{')
            return SafetensorsFile.Open(path, bytes);
        var reason = Refusal(head);
        bytes.Dispose();
        throw new ModelFormatException($"{path} is neither a safetensors file nor a checkpoint of torch.save: {reason}.");
    }

    private static string Refusal(ReadOnlySpan<byte> head) =>
        head.IsEmpty ? "it is empty"
        : head.StartsWith((ReadOnlySpan<byte>)[0x80, 0x02, 0x8a, 0x0a]) ? "it was written by torch before 1.6 or without the zip format. Load it once in torch with weights_only=True and save it again with torch.save"
        : head[0] == 0x80 && head.Length > 1 && head[1] <= 5 ? "it is a bare pickle. Save the state dict with torch.save or as safetensors"
        : head.Length > TarMagicAt + 5 && head.Slice(TarMagicAt, 5).SequenceEqual("ustar"u8) ? "it is a tar archive. Unpack it and name the file inside"
        : head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? "it is compressed with gzip. Unpack it first"
        : head.StartsWith("version https://git-lfs"u8) ? "it is a Git LFS pointer of a few lines, not the file. Fetch the file with git lfs pull"
        : head.StartsWith("<!"u8) || head.StartsWith("<html"u8) ? "it is a web page. The download's address was that of a page, not of the file"
        : "it begins like neither";
}
