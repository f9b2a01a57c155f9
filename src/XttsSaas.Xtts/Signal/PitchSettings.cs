namespace XttsSaas.Xtts.Signal;

/// <summary>How a pitch tracker looks at audio. Frequencies are in Hz, the hop between frames in seconds.</summary>
/// <param name="SampleRate">Samples per second of the audio.</param>
/// <param name="HopSeconds">Distance between the middles of two frames.</param>
/// <param name="Threshold">
/// The aperiodicity, 0 (a perfect period) to about 1 (noise), from which a frame counts as unvoiced. A vowel whose pitch and sound
/// change quickly reaches 0.2; the hum of a fricative starts at 0.3.
/// </param>
public sealed record PitchSettings(
    int SampleRate, double HopSeconds, double MinFrequency = 60, double MaxFrequency = 450, double Threshold = 0.25)
{
    /// <summary>The frames of <see cref="MelSettings.Style"/> and <see cref="MelSettings.Dvae"/>.</summary>
    public static PitchSettings Mel { get; } = Of(MelSettings.Dvae);

    /// <summary>One pitch per frame of a mel spectrogram.</summary>
    public static PitchSettings Of(MelSettings mel)
    {
        ArgumentNullException.ThrowIfNull(mel);
        return new PitchSettings(mel.SampleRate, (double)mel.HopLength / mel.SampleRate);
    }
}
