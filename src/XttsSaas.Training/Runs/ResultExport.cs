using System.Globalization;
using System.Runtime.InteropServices;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Lora;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Training.Runs;

/// <summary>
/// Writes a run's result: <c>final/</c>, a checkpoint ready for inference (adapters merged), and beside it
/// <c>adapter.safetensors</c>, the adapters alone.
/// </summary>
public sealed class ResultExport(Checkpoint source, string output)
{
    private string FinalFolder => Path.Combine(output, "final");

    /// <summary>Writes the result of the weights that <paramref name="trainables"/> hold now.</summary>
    /// <returns>The checkpoint's folder and the adapter's path (null in full mode).</returns>
    public (string Folder, string? Adapter) Write(Trainables trainables)
    {
        var adapter = trainables.Adapters is { } adapters ? WriteAdapter(adapters) : null;
        Remove();
        WriteCheckpoint(FinalFolder, trainables);
        return (FinalFolder, adapter);
    }

    /// <summary>Makes the checkpoint in <paramref name="folder"/>, which is there no longer afterwards, the result.</summary>
    public void Replace(string folder)
    {
        Remove();
        Directory.Move(folder, FinalFolder);
    }

    /// <summary>SHA-256 of the result's model file, lower-case hex.</summary>
    public string Digest() => FileDigest.Sha256(Path.Combine(FinalFolder, CheckpointFiles.Model));

    private void Remove()
    {
        if (Directory.Exists(FinalFolder))
            Directory.Delete(FinalFolder, recursive: true);
    }

    /// <summary>Writes the weights that <paramref name="trainables"/> hold now as a checkpoint of its own, adapters merged; returns its folder.</summary>
    public string WriteCheckpoint(string folder, Trainables trainables)
    {
        CheckpointWriter.Write(folder, new CheckpointContent(
            source.Manifest.Origin,
            source.Config,
            File.ReadAllBytes(Path.Combine(source.Folder, CheckpointFiles.Vocabulary)),
            [.. TensorLayout.Model(source.Config).Select(spec => Source(spec, trainables))],
            source.Dvae is { } dvae ? [.. TensorLayout.Dvae(source.Config).Select(spec => Copy(dvae, spec))] : null));
        return folder;
    }

    private TensorSource Source(TensorSpec spec, Trainables trainables) =>
        spec.Name.StartsWith("gpt.", StringComparison.Ordinal)
            ? new TensorSource(spec.Name, spec.Shape, TensorType.F32,
                stream => stream.Write(MemoryMarshal.AsBytes(trainables.Export(spec).AsSpan())))
            : Copy(source.Model, spec);

    private static TensorSource Copy(SafetensorsFile file, TensorSpec spec)
    {
        var entry = file.Find(spec.Name);
        return new TensorSource(spec.Name, spec.Shape, entry.Type, stream => stream.Write(file.Bytes(entry)));
    }

    private string WriteAdapter(LoraAdapterSet adapters)
    {
        var path = Path.Combine(output, "adapter.safetensors");
        TensorFiles.Save(path, adapters.Parameters.AsTensors(), new Dictionary<string, string>
        {
            ["format"] = "xtts-lora-1",
            ["rank"] = adapters.Config.Rank.ToString(CultureInfo.InvariantCulture),
            ["alpha"] = adapters.Config.Alpha.ToString("R", CultureInfo.InvariantCulture),
            ["base_sha256"] = source.Manifest.Files[CheckpointFiles.Model],
        });
        return path;
    }
}
