using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Inference.Engine;

/// <summary>
/// How reference clips become conditioning latents. Lengths are in seconds; <paramref name="TotalSeconds"/> 0 takes everything.
/// </summary>
public sealed record ConditioningOptions(int TotalSeconds, int ChunkSeconds, int MaxReferenceSeconds, bool NormalisePeaks)
{
    /// <summary>What a model's configuration asks for.</summary>
    public static ConditioningOptions Of(XttsConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new ConditioningOptions(config.GptCondLen, config.GptCondChunkLen, config.MaxRefLen, config.SoundNormRefs);
    }
}
