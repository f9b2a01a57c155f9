namespace XttsSaas.Xtts.Tensors;

/// <summary>Official names whose spelling changed over time.</summary>
public static class TensorNames
{
    public const string MelStats = "mel_stats";
    public const string ConditioningEncoder = "gpt.conditioning_encoder";
    public const string Perceiver = "gpt.conditioning_perceiver";
    public const string Stack = "gpt.gpt";
    public const string Vocoder = "hifigan_decoder.waveform_decoder";
    public const string SpeakerEncoder = "hifigan_decoder.speaker_encoder";

    /// <summary>Suffixes of a weight-normalised weight as torch 2.1 and later spell them: magnitude and direction.</summary>
    public const string WeightGain = ".parametrizations.weight.original0";

    /// <inheritdoc cref="WeightGain"/>
    public const string WeightDirection = ".parametrizations.weight.original1";

    private const string LegacyGain = ".weight_g";
    private const string LegacyDirection = ".weight_v";

    /// <summary>The spelling used here: <c>…weight_g</c> and <c>…weight_v</c> become <c>…parametrizations.weight.original0</c> and <c>…original1</c>.</summary>
    public static string Canonical(string name) =>
        name.EndsWith(LegacyGain, StringComparison.Ordinal) ? name[..^LegacyGain.Length] + WeightGain
        : name.EndsWith(LegacyDirection, StringComparison.Ordinal) ? name[..^LegacyDirection.Length] + WeightDirection
        : name;

    /// <summary>The older spelling of a weight-norm name; any other name is returned as it is.</summary>
    public static string Legacy(string name) =>
        name.EndsWith(WeightGain, StringComparison.Ordinal) ? name[..^WeightGain.Length] + LegacyGain
        : name.EndsWith(WeightDirection, StringComparison.Ordinal) ? name[..^WeightDirection.Length] + LegacyDirection
        : name;
}
