using System.IO.Compression;

namespace XttsSaas.Web.Datasets;

/// <summary>Writes a folder as a zip file while it is sent; entries in the order of their names, so that archives compare.</summary>
public static class FolderArchive
{
    public static async Task WriteAsync(string folder, Stream destination, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await using var content = File.OpenRead(file);
            await content.CopyToAsync(entry, cancellationToken);
        }
    }
}
