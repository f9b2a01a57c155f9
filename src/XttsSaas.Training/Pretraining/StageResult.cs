using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace XttsSaas.Training.Pretraining;

/// <summary>Writes the model that a stage started from with the stage's own part replaced.</summary>
internal static class StageResult
{
    /// <param name="folder">Where to.</param>
    /// <param name="start">What the stage started from.</param>
    /// <param name="stage">What it made of it.</param>
    /// <param name="share">How far the weights go from their start to what the stage made of them, 0 to 1.</param>
    public static void Write(string folder, Checkpoint start, IPretrainingStage stage, float share = 1)
    {
        var trained = stage.Weights.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        CheckpointWriter.Write(folder, new CheckpointContent(
            start.Manifest.Origin,
            start.Config,
            File.ReadAllBytes(Path.Combine(start.Folder, CheckpointFiles.Vocabulary)),
            [.. TensorLayout.Model(start.Config).Select(spec => Source(start.Model, spec, trained, share))],
            start.Dvae is { } dvae ? [.. TensorLayout.Dvae(start.Config).Select(spec => Source(dvae, spec, trained, share))] : null));
    }

    private static TensorSource Source(SafetensorsFile file, TensorSpec spec, Dictionary<string, Tensor> trained, float share)
    {
        if (trained.TryGetValue(spec.Name, out var tensor))
            return TensorSource.Generated(spec.Name, spec.Shape, values => Fill(values, tensor.ToHostArray(), share < 1 ? file.ReadSingle(spec.Name) : null, share));
        var entry = file.Find(spec.Name);
        return new TensorSource(spec.Name, spec.Shape, entry.Type, stream => stream.Write(file.Bytes(entry)));
    }

    private static void Fill(Span<float> values, float[] trained, float[]? start, float share)
    {
        if (start is null)
            trained.CopyTo(values);
        else
            TensorPrimitives.Lerp(start, trained, share, values);
    }
}
