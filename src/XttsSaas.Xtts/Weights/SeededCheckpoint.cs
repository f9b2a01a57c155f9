using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Weights;

/// <summary>Checkpoints of any size with weights from a seed, which no one has trained: for measurements and as a start for training.</summary>
public static class SeededCheckpoint
{
    /// <summary>Writes the folder unless it exists. The vocabulary is that of <c>xtts-mini</c>, filled up to the configuration's size.</summary>
    public static void Write(string folder, string name, XttsConfig config, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(config);
        CheckpointWriter.Write(folder, Content(name, config, seed));
    }

    internal static CheckpointContent Content(string name, XttsConfig config, ulong seed) => new(
        new ModelOrigin(name, "own weights, no third-party terms", CommercialUse: true),
        config,
        MiniVocabulary.ToJson(config.ModelArgs.GptNumberTextTokens),
        SeededWeights.Model(config, seed),
        SeededWeights.Dvae(config, seed));
}
