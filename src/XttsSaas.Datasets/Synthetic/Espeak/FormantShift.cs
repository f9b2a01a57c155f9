using XttsSaas.Audio.Wav;
using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Datasets.Synthetic.Espeak;

/// <summary>
/// Moves every frequency of a text by one factor, as a longer or shorter vocal tract with another pitch would, by playing it faster or
/// slower (vocal tract length perturbation, Jaitly and Hinton 2013).
/// </summary>
internal static class FormantShift
{
    private const int Percent = 100;

    /// <param name="formants">Percent of the frequencies as they are; 110 makes the text 10 % higher and 1 / 1.1 as long.</param>
    public static SpokenText Apply(SpokenText spoken, int formants)
    {
        var samples = Resampler.Resample(Array.ConvertAll(spoken.Samples, sample => sample / 32768f), formants, Percent);
        return new SpokenText(
            Array.ConvertAll(samples, WavWriter.Quantize),
            [.. spoken.Phonemes.Select(span => span with { Start = Moved(span.Start), End = Moved(span.End) }).Where(span => span.End > span.Start)]);

        int Moved(int sample) => Math.Min((int)((long)sample * Percent / formants), samples.Length);
    }
}
