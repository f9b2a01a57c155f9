using System.Diagnostics;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class TextCleanerTests
{
    private const string Alphabet = "0123456789012345.,$€£%°#&@ºªe \t\n\"aiIİßΣς-'د१号漢글ю\ud83d\ude00\u0301\u001c";

    public static TheoryData<string> Languages => [.. XttsLanguages.All];

    [Theory]
    [InlineData("In 1,234 cases", "in one thousand, two hundred and thirty-four cases")]
    [InlineData("The 21st of May", "the twenty-first of may")]
    [InlineData("Pi is 3.14", "pi is three point one four")]
    [InlineData("It costs $1 or £2.05", "it costs one dollar or two pounds sterling, five pence")]
    [InlineData("Mr. Jones of 5th St.", "mister jones of fifth saint")]
    [InlineData("50% off", "fifty percent off")]
    [InlineData("a\t\n \"b\"  c", "a b c")]
    [InlineData("1000001", "one million and one")]
    public void Clean_English_IsWrittenInWords(string text, string expected) => Assert.Equal(expected, TextCleaner.Clean(text, "en"));

    [Theory]
    [InlineData("es", "$1.2.3 o £5", "dolar uno punto dos.tres o cinco libras")]
    [InlineData("pt", "25€", "vinte")]
    [InlineData("de", "2. Mai, 1.000.000,5", "zweite mai, eine Million Komma fünf")]
    [InlineData("it", "21°", "ventunesimo")]
    [InlineData("fr", "st.co.", "saintco.")]
    public void Clean_QuirkOfTheReference_IsKept(string language, string text, string expected) =>
        Assert.Equal(expected, TextCleaner.Clean(text, language));

    [Theory]
    [InlineData("it", "0,00001", "zero, zero zero zero zero uno")]
    [InlineData("pt", "1000000000000000000º", "um triliãoº")]
    [InlineData("es", "999999999999999o", "novecientos noventa y nuevetrillonésimo novecientos noventa y nuevebillonésimo")]
    public void Clean_NumberThatTheReferenceFailsOn_IsStillWords(string language, string text, string expected) =>
        Assert.StartsWith(expected, TextCleaner.Clean(text, language), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Clean_RandomText_NeverThrows(string language)
    {
        for (ulong round = 0; round < 400; round++)
        {
            var length = (int)(WeightFormula.SplitMix(round, 0) % 60);
            var text = string.Concat(
                Enumerable.Range(1, length).Select(i => Alphabet[(int)(WeightFormula.SplitMix(round, (ulong)i) % (ulong)Alphabet.Length)]));
            var cleaned = TextCleaner.Clean(text, language);
            Assert.DoesNotContain('"', cleaned);
            Assert.DoesNotContain("  ", cleaned, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Clean_TooManyDigitsForAName_AreSaidOneByOne()
    {
        var words = TextCleaner.Clean(new string('7', 1000), "en").Split(' ');
        Assert.Equal(1000, words.Length);
        Assert.All(words, word => Assert.Equal("seven", word));
    }

    /// <summary>Quadratic time would be minutes: 10^10 steps.</summary>
    [Theory]
    [InlineData("7")]
    [InlineData("7.")]
    [InlineData("7,777 ")]
    [InlineData("$7")]
    [InlineData(".")]
    [InlineData("7777777 ")]
    public void Clean_HundredThousandCharacters_TakesLinearTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        TextCleaner.Clean(text, "en");
        TextCleaner.Clean(text, "de");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"Took {watch.Elapsed}.");
    }

    [Fact]
    public void Clean_UnknownLanguage_IsRefused() => Assert.Throws<ArgumentException>(() => TextCleaner.Clean("1", "xx"));
}
