using System.IO.Compression;

namespace XttsSaas.Datasets.Building;

/// <summary>Packs a built folder; the same folder gives the same bytes. Writes forwards only, so it can go straight into a response.</summary>
public static class DatasetZip
{
    // The earliest time that a ZIP file can hold.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task WriteAsync(string folder, Stream destination, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            // PCM hardly shrinks; packing it would only cost time.
            var entry = zip.CreateEntry(name, name.EndsWith(".wav", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            await using var target = await entry.OpenAsync(cancellationToken);
            await using var content = File.OpenRead(file);
            await content.CopyToAsync(target, cancellationToken);
        }
    }
}
