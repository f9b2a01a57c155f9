using XttsSaas.Datasets.Synthetic.Espeak;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Datasets.Tests.Synthetic;

public sealed class FormantShiftTests
{
    private const double Hertz = 400;

    [Theory]
    [InlineData(88)]
    [InlineData(114)]
    public void Apply_Tone_MovesItsFrequencyAndShortensIt(int formants)
    {
        var tone = Enumerable.Range(0, EspeakVoice.SampleRate).Select(i => (short)(8000 * Math.Sin(2 * Math.PI * Hertz * i / EspeakVoice.SampleRate))).ToArray();

        var shifted = FormantShift.Apply(new SpokenText(tone, [new PhonemeSpan("a", 0, 11_025), new PhonemeSpan("b", 11_025, 22_050, Letter: 1)]), formants);

        Assert.Equal(22_050 * 100.0 / formants, shifted.Samples.Length, 1.0);
        Assert.Equal([("a", 0), ("b", 11_025 * 100 / formants)], shifted.Phonemes.Select(span => (span.Symbol, span.Start)));
        Assert.Equal((shifted.Samples.Length, 1), (shifted.Phonemes[1].End, shifted.Phonemes[1].Letter), Near);
        Assert.Equal(Hertz * formants / 100, RisesPerSecond(shifted.Samples), 2.0);
    }

    private static bool Near((int End, int Letter) one, (int End, int Letter) other) => Math.Abs(one.End - other.End) <= 1 && one.Letter == other.Letter;

    private static double RisesPerSecond(short[] samples) =>
        samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0) * (double)EspeakVoice.SampleRate / samples.Length;
}
