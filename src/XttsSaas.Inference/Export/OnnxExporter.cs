using XttsSaas.Inference.Graphs;
using XttsSaas.Inference.Onnx;
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
    private static readonly string[] TableNames =
    [
        TensorNames.MelStats, "gpt.text_embedding.weight", "gpt.text_pos_embedding.emb.weight", "gpt.mel_embedding.weight", "gpt.mel_pos_embedding.emb.weight",
    ];

    /// <returns>True when a set was made, false when the present one was up to date.</returns>
    /// <exception cref="ModelFormatException">The checkpoint is damaged or incomplete.</exception>
    public static bool Export(string checkpointFolder, string targetFolder)
    {
        var manifestPath = Path.Combine(checkpointFolder, CheckpointFiles.Manifest);
        if (!File.Exists(manifestPath))
            throw new ModelFormatException($"{checkpointFolder} is not a checkpoint: it has no {CheckpointFiles.Manifest}.");
        var source = FileDigest.Sha256(manifestPath);
        if (IsCurrent(targetFolder, source))
            return false;
        using var checkpoint = CheckpointReader.Open(checkpointFolder);
        Retire(targetFolder);
        return DurableFile.CreateFolder(targetFolder, folder => Fill(folder, checkpoint, source));
    }

    private static bool IsCurrent(string folder, string source) =>
        ExportManifest.TryLoad(folder) is { } manifest && manifest.Source == source && manifest.IsComplete(folder);

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

    private static void Fill(string folder, Checkpoint checkpoint, string source)
    {
        DurableFile.Write(Path.Combine(folder, ExportFiles.Weights), stream => WriteGraphs(folder, checkpoint, stream));
        SafetensorsWriter.Write(Path.Combine(folder, ExportFiles.Tables), [.. TableNames.Select(checkpoint.Model.Source)]);
        foreach (var file in (ReadOnlySpan<string>)[CheckpointFiles.Config, CheckpointFiles.Vocabulary])
            DurableFile.Write(Path.Combine(folder, file), File.ReadAllBytes(Path.Combine(checkpoint.Folder, file)));
        var lengths = Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileName(path), path => new FileInfo(path).Length, StringComparer.Ordinal);
        var manifest = new ExportManifest(ExportManifest.CurrentBuilder, source, checkpoint.Manifest.Origin, lengths);
        DurableFile.Write(Path.Combine(folder, ExportFiles.Manifest), manifest.ToJson());
    }

    private static void WriteGraphs(string folder, Checkpoint checkpoint, Stream weights)
    {
        var writer = new ExternalWeightWriter(weights, ExportFiles.Weights);
        Write(ExportFiles.Conditioning, ConditioningGraph.Build);
        Write(ExportFiles.SpeakerEncoder, SpeakerEncoderGraph.Build);
        Write(ExportFiles.Gpt, GptGraph.Build);
        Write(ExportFiles.Vocoder, VocoderGraph.Build);

        void Write(string file, Func<ModelGraph, byte[]> build) =>
            DurableFile.Write(Path.Combine(folder, file), build(new ModelGraph(Path.GetFileNameWithoutExtension(file), checkpoint.Config, checkpoint.Model, writer)));
    }
}
