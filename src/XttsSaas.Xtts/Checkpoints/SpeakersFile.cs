using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Pickle;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>
/// <c>speakers_xtts.pth</c>: a dictionary from a speaker's name to a dictionary of two tensors, told apart by their order as the reference
/// does: first the GPT latents [1, latents, channels], then the speaker embedding [1, width, 1].
/// </summary>
public static class SpeakersFile
{
    private const int MaxSpeakers = 10_000;

    /// <summary>The tensors of <see cref="CheckpointFiles.Speakers"/>, in memory.</summary>
    /// <exception cref="ModelFormatException">Not such a file, or the tensors are not of this model.</exception>
    public static IReadOnlyList<TensorSource> Read(string path, XttsConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var latents = new TensorShape(1, config.Architecture.Perceiver.NumLatents, config.ModelArgs.GptNModelChannels);
        var embedding = new TensorShape(1, config.ModelArgs.DVectorDim, 1);
        using var archive = TorchArchive.Open(path, MappedFile.Open(path));
        if (archive.Root is not PickleDict { Items.Count: > 0 and <= MaxSpeakers } speakers)
            throw new ModelFormatException($"{path} holds no dictionary of 1 to {MaxSpeakers} speakers.");
        var sources = new List<TensorSource>();
        foreach (var (name, value) in speakers.Named().GroupBy(item => item.Name, StringComparer.Ordinal).Select(item => item.Last()))
        {
            if (value is not PickleDict { Items: [{ Value: PickleTensor first }, { Value: PickleTensor second }] })
                throw new ModelFormatException($"{path}: speaker {name} is no dictionary of two tensors.");
            sources.Add(Read(archive, $"{name}/gpt_cond_latents", first, latents, path));
            sources.Add(Read(archive, $"{name}/speaker_embedding", second, embedding, path));
        }
        return sources;
    }

    private static TensorSource Read(TorchArchive archive, string name, PickleTensor tensor, TensorShape shape, string path)
    {
        if (tensor.Shape != shape || !tensor.Storage.Type.IsFloatingPoint())
            throw new ModelFormatException($"{path}: {name} has shape {tensor.Shape} and type {tensor.Storage.Type}; expected floating-point numbers of shape {shape}.");
        var located = archive.Locate(name, tensor);
        var values = new float[shape.Count];
        var at = 0;
        located.ReadBlocks(block =>
        {
            var count = block.Length / located.Info.Type.Bytes();
            ElementConversion.ToSingle(located.Info.Type, block, values.AsSpan(at, count));
            at += count;
        });
        return TensorSource.Of(name, shape, values);
    }
}
