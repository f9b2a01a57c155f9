using System.Globalization;
using System.Numerics;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text.Numbers;

/// <summary>
/// Rows of tests/fixtures/text/numbers_*.tsv: what num2words 0.5.14 answers (Czech and Hindi: its git head 07814cb). Kind is cardinal,
/// ordinal, decimal or a currency; an empty output is an error of the library.
/// </summary>
internal static class NumberRows
{
    public static TheoryData<string, string, string> Of(string language)
    {
        var rows = new TheoryData<string, string, string>();
        var path = Path.Combine(GoldenPack.Folder, "..", "text", $"numbers_{language}.tsv");
        foreach (var line in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
            rows.Add(line[0], line[1], line[2]);
        return rows;
    }

    public static void AssertSays(INumberWords words, string kind, string input, string output)
    {
        var said = kind switch
        {
            "cardinal" => words.Cardinal(BigInteger.Parse(input, CultureInfo.InvariantCulture)),
            "ordinal" => words.Ordinal(BigInteger.Parse(input, CultureInfo.InvariantCulture)),
            "decimal" => words.Decimal(input),
            _ => words.Currency(input, kind),
        };
        Assert.Equal(output.Length == 0 ? null : output, said);
    }
}
