using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Arabic: every currency is read as riyals and halalas; a decimal is read as two places of an amount without units (12.5 has fifty);
/// ordinals are ordinal up to 19, feminine cardinals up to 99, cardinals above, and "" for 0.
/// </summary>
internal sealed class ArabicNumberWords : INumberWords
{
    private const string Zero = "صفر";

    private static readonly BigInteger Limit = BigInteger.Pow(10, 51);

    /// <summary>After 0, 1 and 2 of the last two digits (2 only by itself), after 3 to 10, and after 11 to 99.</summary>
    private static readonly string[] Riyals = ["ريال", "ريالان", "ريالات", "ريالاً"];

    private static readonly string[] Halalas = ["هللة", "هللتان", "هللات", "هللة"];

    private static readonly string[] Ordinals =
    [
        "", "اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "حادي عشر", "ثاني عشر", "ثالث عشر",
        "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر", "تاسع عشر",
    ];

    public string? Cardinal(BigInteger value) => value < Limit ? Amount(value, "")?.Trim() : null;

    public string? Ordinal(BigInteger value) =>
        value < Ordinals.Length ? Ordinals[(int)value] : Whole(value, feminine: value < 100)?.Trim();

    public string? Decimal(string number) =>
        PrintedDouble.Read(number) is { } printed && printed.Whole < Limit ? Amount(printed.Whole, Fraction(printed))?.Trim() : null;

    public string? Currency(string amount, string currency)
    {
        if (currency is not ("EUR" or "GBP" or "USD") || PrintedDouble.Read(amount) is not { } printed)
            return null;
        var (units, fraction) = (printed.Whole, Fraction(printed));
        if (units.IsZero && fraction.Length == 0)
            return Zero;
        if (Whole(units, feminine: false) is not { } words)
            return null;
        var halalas = Hundredths(fraction);
        if (!units.IsZero)
            words += Riyals[Form((int)(units % 100), dual: units == 2)];
        return halalas == 0 ? words : $"{words} و {ArabicGroup.Feminine(halalas)} {Halalas[Form(halalas, dual: true)]}";
    }

    private static string? Amount(BigInteger whole, string fraction)
    {
        if (whole.IsZero && fraction.Length == 0)
            return Zero;
        var hundredths = Hundredths(fraction);
        return Whole(whole, feminine: false) is not { } words ? null
            : hundredths == 0 ? words
            : $"{words} , {ArabicGroup.Feminine(hundredths)}";
    }

    /// <summary>Every word or group followed by a space; "" for 0.</summary>
    private static string? Whole(BigInteger value, bool feminine)
    {
        var words = "";
        var division = new ShortDivision();
        var rest = value;
        for (var scale = 0; !rest.IsZero; scale++)
        {
            (rest, var group) = division.ByThousand(rest);
            if (group == 0)
                continue;
            if (scale >= ArabicGroup.Scales)
                return null;
            words = ArabicGroup.Say(group, scale, value, feminine, words);
        }
        return words;
    }

    /// <summary>Up to nine digits after the point without zeros at the end.</summary>
    private static string Fraction(PrintedDouble number)
    {
        var billionths = Math.Round((number.Value - Math.Truncate(number.Value)) * 1e9);
        return ((long)billionths).ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static int Hundredths(string fraction) => int.Parse(fraction.PadRight(2, '0')[..2], CultureInfo.InvariantCulture);

    private static int Form(int lastTwo, bool dual) => lastTwo switch
    {
        0 or 1 => 0,
        2 => dual ? 1 : 0,
        <= 10 => 2,
        _ => 3,
    };
}
