using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Signal;

/// <summary>The three views of audio that the model takes, from mono samples to network input.</summary>
public static class FrontEnds
{
    private const float MelFloor = 1e-5f;
    private const float PreEmphasis = 0.97f;
    private static readonly MelAnalyzer StyleAnalyzer = new(MelSettings.Style);
    private static readonly MelAnalyzer DvaeAnalyzer = new(MelSettings.Dvae);
    private static readonly MelAnalyzer SpeakerAnalyzer = new(MelSettings.Speaker);

    /// <summary>[80, frames] for the conditioning encoder from audio at 22,050 Hz; <paramref name="melStats"/> divides each log mel row.</summary>
    public static MelSpectrogram Style(ReadOnlySpan<float> audio, ReadOnlySpan<float> melStats) => LogMel(StyleAnalyzer, audio, melStats);

    /// <summary>[80, frames] for the discrete VAE from audio at 22,050 Hz.</summary>
    public static MelSpectrogram Dvae(ReadOnlySpan<float> audio, ReadOnlySpan<float> melStats) => LogMel(DvaeAnalyzer, audio, melStats);

    /// <summary>Power mel [64, frames] of pre-emphasised audio at 16,000 Hz.</summary>
    public static MelSpectrogram SpeakerPower(ReadOnlySpan<float> audio)
    {
        var emphasised = new float[audio.Length];
        for (var i = 0; i < audio.Length; i++)
            emphasised[i] = audio[i] - (PreEmphasis * audio[i > 0 ? i - 1 : Math.Min(1, audio.Length - 1)]);
        return SpeakerAnalyzer.Power(emphasised);
    }

    /// <summary>[64, frames] for the speaker encoder from audio at 16,000 Hz: log mel, each row with mean 0 and variance 1 over time.</summary>
    public static MelSpectrogram Speaker(ReadOnlySpan<float> audio) => NormaliseSpeaker(SpeakerPower(audio));

    /// <summary>Turns a power mel [64, frames] in place into what <see cref="Speaker"/> gives, and returns it.</summary>
    public static MelSpectrogram NormaliseSpeaker(MelSpectrogram power)
    {
        ArgumentNullException.ThrowIfNull(power);
        for (var row = 0; row < power.Mels; row++)
            LogAndNormalise(power.Values.AsSpan(row * power.Frames, power.Frames));
        return power;
    }

    private static MelSpectrogram LogMel(MelAnalyzer analyzer, ReadOnlySpan<float> audio, ReadOnlySpan<float> melStats)
    {
        if (melStats.Length != analyzer.Settings.Mels)
            throw new ArgumentException($"{TensorNames.MelStats} has {melStats.Length} values; expected {analyzer.Settings.Mels}.", nameof(melStats));
        var mel = analyzer.Power(audio);
        for (var row = 0; row < mel.Mels; row++)
        {
            foreach (ref var value in mel.Values.AsSpan(row * mel.Frames, mel.Frames))
                value = MathF.Log(MathF.Max(value, MelFloor)) / melStats[row];
        }
        return mel;
    }

    private static void LogAndNormalise(Span<float> row)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (ref var value in row)
        {
            value = MathF.Log(value + 1e-6f);
            sum += value;
        }
        var mean = sum / row.Length;
        foreach (var value in row)
            squares += (value - mean) * (value - mean);
        var scale = 1 / Math.Sqrt((squares / row.Length) + 1e-5);
        foreach (ref var value in row)
            value = (float)((value - mean) * scale);
    }
}
