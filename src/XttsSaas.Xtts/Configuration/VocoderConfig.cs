using System.Text.Json.Serialization;

namespace XttsSaas.Xtts.Configuration;

/// <summary>The HiFi-GAN generator. Channels halve at every upsampling; the product of the rates is the hop length.</summary>
public sealed record VocoderConfig
{
    public int UpsampleInitialChannel { get; init; } = 512;
    public IReadOnlyList<int> UpsampleRates { get; init; } = [8, 8, 2, 2];
    public IReadOnlyList<int> UpsampleKernelSizes { get; init; } = [16, 16, 4, 4];
    public IReadOnlyList<int> ResblockKernelSizes { get; init; } = [3, 7, 11];
    public IReadOnlyList<IReadOnlyList<int>> ResblockDilationSizes { get; init; } = [[1, 3, 5], [1, 3, 5], [1, 3, 5]];

    /// <summary>
    /// Channels of the layers that predict the pitch of an excitation (<see cref="Signal.Excitation"/>), which every stage then hears too;
    /// 0 is the generator of XTTS, which has none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ExcitationChannels { get; init; }

    /// <summary>Samples made from one input frame.</summary>
    [JsonIgnore]
    public int TotalUpsampling => UpsampleRates.Aggregate(1, (product, rate) => product * rate);

    /// <summary>Samples of the output per value after upsampling stage <paramref name="stage"/> (0-based).</summary>
    public int SamplesPerValue(int stage) => UpsampleRates.Skip(stage + 1).Aggregate(1, (product, rate) => product * rate);

    /// <summary>Width of the convolution that brings the excitation to stage <paramref name="stage"/>'s rate: two values of that stage.</summary>
    public int ExcitationKernel(int stage) => SamplesPerValue(stage) is > 1 and var stride ? 2 * stride : 7;

    /// <summary>Channels after upsampling stage <paramref name="stage"/> (0-based).</summary>
    public int ChannelsAfter(int stage) => UpsampleInitialChannel >> (stage + 1);
}
