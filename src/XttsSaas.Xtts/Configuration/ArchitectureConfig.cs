namespace XttsSaas.Xtts.Configuration;

/// <summary>Sizes that the reference hard-codes and its <c>config.json</c> does not name; the defaults are the reference's.</summary>
public sealed record ArchitectureConfig
{
    public ConditioningConfig Conditioning { get; init; } = new();
    public PerceiverConfig Perceiver { get; init; } = new();
    public VocoderConfig Vocoder { get; init; } = new();
    public SpeakerEncoderConfig SpeakerEncoder { get; init; } = new();
    public DvaeConfig Dvae { get; init; } = new();
}
