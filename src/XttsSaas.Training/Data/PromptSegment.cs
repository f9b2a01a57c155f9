using XttsSaas.Training.Model;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Data;

/// <summary>
/// Which part of a clip serves as its own conditioning prompt, as in the reference: 3–6 s (4.5 s when validating), or half
/// of a clip that is shorter than that; zero-padded to 6 s.
/// </summary>
public static class PromptSegment
{
    /// <summary>Samples at 22,050 Hz that every prompt is padded to.</summary>
    public const int PaddedLength = 132_300;

    private const int Shortest = 66_150;

    /// <summary>A random segment of a clip of <paramref name="samples"/> samples.</summary>
    public static SampleRange Draw(int samples, SeededStream random)
    {
        var length = Fit(random.NextInt(Shortest, PaddedLength), samples);
        var start = random.NextInt(0, samples - length);
        return new SampleRange(start, start + length);
    }

    /// <summary>The fixed segment that validation uses.</summary>
    public static SampleRange ForValidation(int samples) => new(0, Fit((Shortest + PaddedLength) / 2, samples));

    private static int Fit(int length, int samples) => samples < length ? samples / 2 : length;
}
