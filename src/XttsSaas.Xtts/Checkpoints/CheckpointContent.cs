using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Everything that a checkpoint folder is written from. <paramref name="Dvae"/> may be null where no DVAE is at hand.</summary>
public sealed record CheckpointContent(
    ModelOrigin Origin,
    XttsConfig Config,
    ReadOnlyMemory<byte> Vocabulary,
    IReadOnlyList<TensorSource> Model,
    IReadOnlyList<TensorSource>? Dvae)
{
    /// <summary>Tensors of <see cref="CheckpointFiles.Speakers"/>; null where the model comes without voices.</summary>
    public IReadOnlyList<TensorSource>? Speakers { get; init; }
}
