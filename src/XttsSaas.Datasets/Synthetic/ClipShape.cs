using XttsSaas.Audio.Wav;
using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Synthetic;

/// <summary>
/// Gives every clip the same frame: 40 ms before the first sound and 60 ms after the last, one loudness, zeros up to a multiple of 1,024
/// samples. The spans move along.
/// </summary>
public static class ClipShape
{
    /// <summary>Samples of a code of the model: clips are whole codes.</summary>
    public const int Block = 1024;

    /// <summary>RMS of the frames that are speech, full scale 1; -23 dBFS.</summary>
    public const double Loudness = 0.0708;

    /// <summary>No sample is louder.</summary>
    public const double Peak = 0.95;

    private const int Frame = EspeakVoice.SampleRate / 100;
    private const int Before = EspeakVoice.SampleRate * 40 / 1000;
    private const int After = EspeakVoice.SampleRate * 60 / 1000;

    /// <summary>A frame counts as sound above -40 dB, and as speech above -30 dB, of the loudest frame.</summary>
    private const double SoundShare = 0.01, SpeechShare = 0.0316;

    /// <returns>The shaped clip; nothing where the text made no sound.</returns>
    public static SpokenText? Apply(SpokenText spoken)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        var frames = FrameRms(spoken.Samples);
        var loudest = frames.DefaultIfEmpty().Max();
        if (loudest == 0)
            return null;

        var first = (Array.FindIndex(frames, rms => rms >= loudest * SoundShare) * Frame) - Before;
        var last = Math.Min((Array.FindLastIndex(frames, rms => rms >= loudest * SoundShare) + 1) * Frame, spoken.Samples.Length) + After;
        var shaped = new short[(last - first + Block - 1) / Block * Block];
        var gain = Gain(spoken.Samples, frames, loudest);
        for (var i = Math.Max(first, 0); i < Math.Min(last, spoken.Samples.Length); i++)
            shaped[i - first] = WavWriter.Quantize((float)(spoken.Samples[i] * gain));
        return new SpokenText(shaped, Moved(spoken.Phonemes, first, shaped.Length));
    }

    /// <summary>RMS of the frames that are speech, full scale 1.</summary>
    public static double SpeechLevel(ReadOnlySpan<short> samples)
    {
        var frames = FrameRms(samples);
        return SpeechLevel(frames, frames.DefaultIfEmpty().Max());
    }

    private static double SpeechLevel(double[] frames, double loudest)
    {
        var power = frames.Where(rms => rms > 0 && rms >= loudest * SpeechShare).Select(rms => rms * rms).DefaultIfEmpty().Average();
        return Math.Sqrt(power);
    }

    private static double Gain(short[] samples, double[] frames, double loudest)
    {
        var peak = samples.Max(sample => Math.Abs((int)sample)) / 32768.0;
        return Math.Min(Loudness / SpeechLevel(frames, loudest), Peak / peak) / 32768.0;
    }

    private static double[] FrameRms(ReadOnlySpan<short> samples)
    {
        var frames = new double[(samples.Length + Frame - 1) / Frame];
        for (var i = 0; i < frames.Length; i++)
        {
            var frame = samples[(i * Frame)..Math.Min((i + 1) * Frame, samples.Length)];
            var energy = 0.0;
            foreach (var sample in frame)
                energy += (double)sample * sample;
            frames[i] = Math.Sqrt(energy / frame.Length) / 32768;
        }
        return frames;
    }

    private static List<PhonemeSpan> Moved(IReadOnlyList<PhonemeSpan> spans, int first, int length) =>
    [
        .. spans.Select(span => span with { Start = Math.Clamp(span.Start - first, 0, length), End = Math.Clamp(span.End - first, 0, length) })
            .Where(span => span.End > span.Start),
    ];
}
