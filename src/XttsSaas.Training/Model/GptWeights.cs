using TorchSharp;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using static TorchSharp.torch;

namespace XttsSaas.Training.Model;

/// <summary>Reads the parts of a checkpoint that training needs.</summary>
public static class GptWeights
{
    /// <summary>Everything under <c>gpt.</c>: stack, tables, heads, conditioning encoder, perceiver.</summary>
    public static ModelWeights LoadGpt(Checkpoint checkpoint, Device device) => LoadPart(checkpoint, "gpt", device);

    /// <summary>The tensors of <c>model.safetensors</c> under <paramref name="prefix"/>.</summary>
    public static ModelWeights LoadPart(Checkpoint checkpoint, string prefix, Device device) =>
        Load(checkpoint.Model, TensorLayout.Model(checkpoint.Config)
            .Where(spec => spec.Name.StartsWith(prefix + ".", StringComparison.Ordinal)), device);

    /// <summary>The whole DVAE: encoder, code book, decoder.</summary>
    /// <exception cref="Xtts.ModelFormatException">The checkpoint has no DVAE.</exception>
    public static ModelWeights LoadDvae(Checkpoint checkpoint, Device device) =>
        Load(DvaeOf(checkpoint), TensorLayout.Dvae(checkpoint.Config), device);

    /// <summary>The DVAE's encoder and code book.</summary>
    /// <exception cref="Xtts.ModelFormatException">The checkpoint has no DVAE.</exception>
    public static ModelWeights LoadDvaeEncoder(Checkpoint checkpoint, Device device) =>
        Load(DvaeOf(checkpoint), TensorLayout.Dvae(checkpoint.Config).Where(IsEncoder), device);

    /// <summary>Dimensions of <paramref name="config"/>; start and stop of text come from the vocabulary where the configuration leaves them open.</summary>
    public static GptDimensions Dimensions(XttsConfig config, int startText, int stopText) => new()
    {
        Heads = config.ModelArgs.GptNHeads,
        PerceiverHeads = config.Architecture.Perceiver.Heads,
        StartText = config.ModelArgs.GptStartTextToken ?? startText,
        StopText = config.ModelArgs.GptStopTextToken ?? stopText,
        StartAudio = config.ModelArgs.GptStartAudioToken,
        StopAudio = config.ModelArgs.GptStopAudioToken,
        SamplesPerCode = config.ModelArgs.GptCodeStrideLen,
        TextPositions = config.ModelArgs.TextPositions,
        AudioPositions = config.ModelArgs.AudioPositions,
    };

    private static SafetensorsFile DvaeOf(Checkpoint checkpoint) => checkpoint.Dvae
        ?? throw new Xtts.ModelFormatException($"{checkpoint.Folder} has no {CheckpointFiles.Dvae}; a model without its DVAE cannot be trained.");

    private static bool IsEncoder(TensorSpec spec) =>
        spec.Name == "codebook.embed" || spec.Name.StartsWith("encoder.", StringComparison.Ordinal);

    /// <summary>Counters are left out: no layer computes with them.</summary>
    private static ModelWeights Load(SafetensorsFile file, IEnumerable<TensorSpec> specs, Device device)
    {
        var weights = new ModelWeights(device);
        foreach (var spec in specs.Where(spec => spec.Type != TensorType.I64))
            weights.Add(spec.Name, file.ReadSingle(spec.Name), spec.Shape.ToArray());
        return weights;
    }
}
