using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Decimals read the library's common way: the whole part, a word for the point, then each digit by itself.</summary>
internal static class DigitFraction
{
    /// <summary>A decimal without a fraction ("3.0") is its cardinal.</summary>
    public static string? Say(string number, string point, Func<BigInteger, string?> cardinal)
    {
        if (PrintedDouble.Read(number) is not { } printed || cardinal(printed.Whole) is not { } whole)
            return null;
        if (printed.IsWhole)
            return whole;
        return printed.FractionDigits() is { } digits
            ? $"{whole} {point} {string.Join(' ', digits.Select(digit => cardinal(digit - '0')))}"
            : null;
    }
}
