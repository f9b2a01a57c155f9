namespace XttsSaas.Xtts.Configuration;

/// <summary>The conditioning encoder: a 1x1 convolution and attention blocks over a mel spectrogram. Its heads are the GPT's.</summary>
public sealed record ConditioningConfig
{
    public int MelChannels { get; init; } = 80;
    public int Blocks { get; init; } = 6;
}
