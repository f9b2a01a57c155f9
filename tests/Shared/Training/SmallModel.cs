using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Tests.Training;

/// <summary>A base model so small that a training step takes milliseconds.</summary>
internal static class SmallModel
{
    private const ulong Seed = 3;

    public static XttsConfig Config { get; } = XttsConfig.Mini with
    {
        ModelArgs = XttsConfig.Mini.ModelArgs with { GptLayers = 2, GptNModelChannels = 32, GptNHeads = 2, DecoderInputDim = 32 },
        Architecture = XttsConfig.Mini.Architecture with
        {
            Conditioning = new ConditioningConfig { Blocks = 1 },
            Perceiver = new PerceiverConfig { Depth = 1, Heads = 2, DimHead = 16, NumLatents = 8 },
            Dvae = new DvaeConfig { HiddenDim = 16, CodebookDim = 8, NumTokens = 512, NumResnetBlocks = 1 },
        },
    };

    /// <summary>Writes its checkpoint folder.</summary>
    public static void Write(string folder) => CheckpointWriter.Write(folder, new CheckpointContent(
        new ModelOrigin("test", "none", CommercialUse: true),
        Config,
        MiniVocabulary.ToJson(),
        SeededWeights.Model(Config, Seed),
        SeededWeights.Dvae(Config, Seed)));
}
