using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>
/// Names of tensors in the files that the reference writes:
/// 1. a trainer's checkpoint spells every name with <c>xtts.</c> in front and carries mel front ends and the DVAE beside the model;
/// 2. a model saved after its inference set-up carries its GPT a second time, as aliases;
/// 3. old transformers versions saved each layer's attention mask;
/// 4. weight-norm tensors have an old and a new spelling.
/// What is not the model's own is left out.
/// </summary>
public static class OfficialNames
{
    private const string TrainerPrefix = "xtts.";
    private const string InferencePrefix = "gpt.gpt_inference.";
    private const string TokenTableAlias = "gpt.gpt.wte.weight";
    private static readonly string[] TrainingOnly = ["torch_mel_spectrogram_style_encoder.", "torch_mel_spectrogram_dvae.", "dvae."];
    private static readonly string[] Masks = [".attn.bias", ".attn.masked_bias"];

    /// <summary>The model's tensors by canonical name.</summary>
    /// <exception cref="ModelFormatException">Two tensors have one canonical name.</exception>
    public static IReadOnlyDictionary<string, TensorInfo> Model(ITensorFile file) => Index(file, ModelName);

    /// <summary>All tensors by canonical name.</summary>
    /// <exception cref="ModelFormatException">Two tensors have one canonical name.</exception>
    public static IReadOnlyDictionary<string, TensorInfo> Canonical(ITensorFile file) => Index(file, TensorNames.Canonical);

    private static Dictionary<string, TensorInfo> Index(ITensorFile file, Func<string, string?> rename)
    {
        ArgumentNullException.ThrowIfNull(file);
        var index = new Dictionary<string, TensorInfo>(StringComparer.Ordinal);
        foreach (var tensor in file.Contents)
        {
            if (rename(tensor.Name) is { } name && !index.TryAdd(name, tensor))
                throw new ModelFormatException($"{file.Path}: {tensor.Name} and {index[name].Name} are both {name}; a checkpoint has one of them.");
        }
        return index;
    }

    private static string? ModelName(string name)
    {
        if (name.StartsWith(TrainerPrefix, StringComparison.Ordinal))
            name = name[TrainerPrefix.Length..];
        var foreign = TrainingOnly.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            || name == TokenTableAlias
            || name.StartsWith(InferencePrefix, StringComparison.Ordinal)
            || (name.StartsWith(TensorNames.Stack + ".h.", StringComparison.Ordinal) && Masks.Any(mask => name.EndsWith(mask, StringComparison.Ordinal)));
        return foreign ? null : TensorNames.Canonical(name);
    }
}
