namespace XttsSaas.Xtts.Signal;

/// <summary>
/// One mel front end. Lengths are in samples, frequencies in Hz. <paramref name="AreaNormalised"/> scales each triangle by
/// 2 / (right edge - left edge); the mel scale itself is always HTK's.
/// </summary>
public sealed record MelSettings(
    int SampleRate, int FftSize, int WindowLength, int HopLength, WindowKind Window, int Mels, double MinFrequency, double MaxFrequency, bool AreaNormalised)
{
    /// <summary>The mel that the conditioning encoder hears.</summary>
    public static MelSettings Style { get; } = new(22050, 2048, 1024, 256, WindowKind.Hann, 80, 0, 8000, true);

    /// <summary>The mel that the discrete VAE codes.</summary>
    public static MelSettings Dvae { get; } = new(22050, 1024, 1024, 256, WindowKind.Hann, 80, 0, 8000, true);

    /// <summary>The mel that the speaker encoder hears.</summary>
    public static MelSettings Speaker { get; } = new(16000, 512, 400, 160, WindowKind.Hamming, 64, 0, 8000, false);
}
