using XttsSaas.Inference.Graphs;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Export;

/// <summary>
/// Turns a checkpoint folder into a set of ONNX graphs. A set appears whole or not at all, and is made again only when the checkpoint or
/// the graph builder has changed.
/// </summary>
public static class OnnxExporter
{
    private static readonly GraphFile[] Graphs =
    [
        new(ExportFiles.Conditioning, ConditioningGraph.Build),
        new(ExportFiles.SpeakerEncoder, SpeakerEncoderGraph.Build),
        new(ExportFiles.Gpt, GptGraph.Build),
        new(ExportFiles.Vocoder, VocoderGraph.Build),
    ];

    private static readonly string[] TableNames =
    [
        TensorNames.MelStats, "gpt.text_embedding.weight", "gpt.text_pos_embedding.emb.weight", "gpt.mel_embedding.weight", "gpt.mel_pos_embedding.emb.weight",
    ];

    /// <returns>True when a set was made, false when the present one was up to date.</returns>
    /// <exception cref="ModelFormatException">The checkpoint is damaged or incomplete.</exception>
    public static bool Export(string checkpointFolder, string targetFolder) => Export(checkpointFolder, targetFolder, withProbes: false);

    /// <summary>The same; <paramref name="withProbes"/> adds to every graph its twin for checks, over the same weights.</summary>
    internal static bool Export(string checkpointFolder, string targetFolder, bool withProbes)
    {
        var manifestPath = Path.Combine(checkpointFolder, CheckpointFiles.Manifest);
        if (!File.Exists(manifestPath))
            throw new ModelFormatException($"{checkpointFolder} is not a checkpoint: it has no {CheckpointFiles.Manifest}.");
        var source = FileDigest.Sha256(manifestPath);
        if (IsCurrent(targetFolder, source, withProbes))
            return false;
        using var checkpoint = CheckpointReader.Open(checkpointFolder);
        Retire(targetFolder);
        return DurableFile.CreateFolder(targetFolder, folder => Fill(folder, checkpoint, source, withProbes));
    }

    private static bool IsCurrent(string folder, string source, bool withProbes) =>
        ExportManifest.TryLoad(folder) is { } manifest && manifest.Source == source && manifest.IsComplete(folder)
        && (!withProbes || Graphs.All(graph => manifest.Files.ContainsKey(ExportFiles.Probed(graph.Name))));

    /// <summary>Moves an outdated set away first, so that a crash while deleting leaves no half set behind.</summary>
    private static void Retire(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var retired = $"{Path.TrimEndingDirectorySeparator(folder)}.{Guid.NewGuid():N}.old";
        try
        {
            Directory.Move(folder, retired);
            Directory.Delete(retired, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another exporter was faster.
        }
    }

    private static void Fill(string folder, Checkpoint checkpoint, string source, bool withProbes)
    {
        GraphFile.WriteAll(folder, Graphs, checkpoint.Config, checkpoint.Model, withProbes);
        SafetensorsWriter.Write(Path.Combine(folder, ExportFiles.Tables), [.. TableNames.Select(checkpoint.Model.Source)]);
        foreach (var file in (ReadOnlySpan<string>)[CheckpointFiles.Config, CheckpointFiles.Vocabulary])
            DurableFile.Write(Path.Combine(folder, file), File.ReadAllBytes(Path.Combine(checkpoint.Folder, file)));
        var lengths = Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileName(path), path => new FileInfo(path).Length, StringComparer.Ordinal);
        var manifest = new ExportManifest(ExportManifest.CurrentBuilder, source, checkpoint.Manifest.Origin, lengths);
        DurableFile.Write(Path.Combine(folder, ExportFiles.Manifest), manifest.ToJson());
    }
}
