using XttsSaas.Abstractions.Voices;

namespace XttsSaas.Grains.Voices;

/// <summary>Stored state of a voice; no details before it is created and after it was deleted.</summary>
[GenerateSerializer, Alias("VoiceState")]
public sealed record VoiceState
{
    [Id(0)]
    public int Schema { get; init; } = 1;

    [Id(1)]
    public VoiceDetails? Details { get; init; }
}
