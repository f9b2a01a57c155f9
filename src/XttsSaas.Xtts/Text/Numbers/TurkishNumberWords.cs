using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Turkish: words run together, no currency; a decimal has two places, cut in double arithmetic (0.29 is "virgülyirmisekiz"), without
/// zeros. A cardinal that no double holds is "". The reference never asks for decimals in Turkish.
/// </summary>
internal sealed class TurkishNumberWords : INumberWords
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, 21) - 1;

    private static readonly string[] Ones = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];

    private static readonly string[] Tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

    private static readonly string[] Scales = ["", "bin", "milyon", "milyar", "trilyon", "katrilyon", "kentilyon"];

    private static readonly string[] OrdinalOnes =
        ["", "birinci", "ikinci", "üçüncü", "dördüncü", "beşinci", "altıncı", "yedinci", "sekizinci", "dokuzuncu"];

    private static readonly string[] OrdinalTens =
    [
        "", "onuncu", "yirminci", "otuzuncu", "kırkıncı", "ellinci", "altmışıncı", "yetmişinci", "sekseninci", "doksanıncı",
    ];

    private static readonly string[] OrdinalScales =
        ["", "bininci", "milyonuncu", "milyarıncı", "trilyonuncu", "katrilyonuncu", "kentilyon"];

    public string? Cardinal(BigInteger value)
    {
        if (value >= Limit)
            return null;
        return new BigInteger((double)value) == value ? Words(value, ordinal: false) : "";
    }

    public string? Ordinal(BigInteger value) => value < Limit ? Words(value, ordinal: true) : null;

    public string? Decimal(string number)
    {
        if (PrintedDouble.Read(number) is not { } printed)
            return null;
        if (printed.IsWhole)
            return Cardinal(printed.Whole);
        var hundredths = new BigInteger(printed.Value * 100).ToString("00", CultureInfo.InvariantCulture);
        return $"{Cardinal(printed.Whole)}virgül{Tens[hundredths[^2] - '0']}{Ones[hundredths[^1] - '0']}";
    }

    public string? Currency(string amount, string currency) => null;

    private static string Words(BigInteger value, bool ordinal)
    {
        if (value.IsZero)
            return ordinal ? "sıfırıncı" : "sıfır";
        var groups = Triplets.Of(value);
        var last = Array.FindLastIndex(groups, group => group != 0);
        var words = "";
        for (var i = 0; i <= last; i++)
        {
            var scale = groups.Length - 1 - i;
            if (groups[i] == 0)
                continue;
            if (scale == 0)
                return words + Group(groups[i], ordinal);
            var unsaid = i == 0 ? LeadingUnitUnsaid(groups[0], scale, i == last) : UnitUnsaid(groups[i], scale, i == last, ordinal);
            words += Group(unsaid ? groups[i] / 10 * 10 : groups[i], ordinal: false);
            words += ordinal && i == last ? OrdinalScales[scale] : Scales[scale];
        }
        return words;
    }

    /// <summary>"bin" alone is a thousand; a leading 101 to 991 loses its "bir" as well when more follows (101001).</summary>
    private static bool LeadingUnitUnsaid(int group, int scale, bool last) =>
        scale == 1 && (group == 1 || (group > 100 && group % 10 == 1 && !last));

    /// <summary>
    /// Of a later group from 1 to 9: a last 1 before "bin" is left out; with more to follow so is every 1, and in cardinals every digit
    /// before "milyon" and above (1002003004 has "milyon" for 2).
    /// </summary>
    private static bool UnitUnsaid(int group, int scale, bool last, bool ordinal)
    {
        if (group >= 10)
            return false;
        if (scale == 1 || (ordinal && !last))
            return group == 1;
        return !last;
    }

    private static string Group(int group, bool ordinal)
    {
        var (hundred, ten, unit) = (group / 100, group / 10 % 10, group % 10);
        var words = hundred switch
        {
            0 => "",
            1 => "yüz",
            _ => Ones[hundred] + "yüz",
        };
        if (!ordinal)
            return words + Tens[ten] + Ones[unit];
        return unit > 0 ? words + Tens[ten] + OrdinalOnes[unit]
            : ten > 0 ? words + OrdinalTens[ten]
            : words + "üncü";
    }
}
