namespace XttsSaas.Audio.Probing;

/// <summary>
/// What a recording is. <paramref name="Container"/> and <paramref name="Codec"/> are ffmpeg's names, for example
/// "wav" and "pcm_s16le"; <paramref name="SampleRate"/> is in Hz. <paramref name="LengthIsExact"/> is true where the
/// container states the number of samples, so that a recording that decodes to less was cut off.
/// </summary>
public sealed record AudioFormat(
    string Container,
    string Codec,
    int SampleRate,
    int Channels,
    double Seconds,
    bool LengthIsExact);
