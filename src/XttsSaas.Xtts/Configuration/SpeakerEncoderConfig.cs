using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Configuration;

/// <summary>The ResNet-SE speaker encoder with attentive statistics pooling; its output width is <c>d_vector_dim</c>.</summary>
public sealed record SpeakerEncoderConfig
{
    public int MelChannels { get; init; } = 64;
    public IReadOnlyList<int> Layers { get; init; } = [3, 4, 6, 3];
    public IReadOnlyList<int> NumFilters { get; init; } = [32, 64, 128, 256];
    public int AttentionDim { get; init; } = 128;
    public int SeReduction { get; init; } = 8;

    /// <summary>Channels that the pooling sees: last width times the mel rows left after three halvings.</summary>
    [JsonIgnore]
    public int PooledChannels => NumFilters[^1] * (MelChannels / 8);
}
