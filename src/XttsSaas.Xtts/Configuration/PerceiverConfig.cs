using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Configuration;

/// <summary>The perceiver resampler that turns an encoded prompt of any length into a fixed number of latents.</summary>
public sealed record PerceiverConfig
{
    public int Depth { get; init; } = 2;
    public int Heads { get; init; } = 8;
    public int DimHead { get; init; } = 64;
    public int NumLatents { get; init; } = 32;
    public int FfMult { get; init; } = 4;

    /// <summary>Width inside the attention.</summary>
    [JsonIgnore]
    public int InnerDim => Heads * DimHead;

    /// <summary>Width inside the gated feed-forward layer: floor(C * mult * 2/3).</summary>
    public int FeedForwardDim(int channels) => channels * FfMult * 2 / 3;
}
