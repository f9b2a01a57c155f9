using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Writes checkpoint folders so that a reader sees a whole one or none.</summary>
public static class CheckpointWriter
{
    /// <summary>Writes a new folder through a temporary one beside it.</summary>
    /// <returns>False when the folder exists already; it is then left as it is.</returns>
    public static bool Write(string folder, CheckpointContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Config.Validated();
        if (Directory.Exists(folder))
            return false;
        return DurableFile.CreateFolder(folder, target => Fill(target, content));
    }

    private static void Fill(string folder, CheckpointContent content)
    {
        DurableFile.Write(Path.Combine(folder, CheckpointFiles.Config), content.Config.ToJson());
        DurableFile.Write(Path.Combine(folder, CheckpointFiles.Vocabulary), stream => stream.Write(content.Vocabulary.Span));
        SafetensorsWriter.Write(Path.Combine(folder, CheckpointFiles.Model), content.Model);
        if (content.Dvae is { } dvae)
            SafetensorsWriter.Write(Path.Combine(folder, CheckpointFiles.Dvae), dvae);
        if (content.Speakers is { } speakers)
            SafetensorsWriter.Write(Path.Combine(folder, CheckpointFiles.Speakers), speakers);
        var digests = Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileName(path), FileDigest.Sha256, StringComparer.Ordinal);
        var manifest = new CheckpointManifest(CheckpointManifest.CurrentFormat, content.Origin, digests);
        DurableFile.Write(Path.Combine(folder, CheckpointFiles.Manifest), manifest.ToJson());
    }
}
