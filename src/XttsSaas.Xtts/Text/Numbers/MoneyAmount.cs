using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// An amount of money: whole units and hundredths. The double behind the text is rounded half up at its exact binary value
/// (1.005 lies below the middle: 1.00), to at most 28 digits, as the decimal arithmetic of the reference does.
/// </summary>
internal readonly record struct MoneyAmount(BigInteger Units, int Cents)
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, 28);

    /// <summary>Null for what is not a number, or too large.</summary>
    public static MoneyAmount? Read(string amount)
    {
        if (PrintedDouble.Read(amount) is not { Value: var value })
            return null;
        var (mantissa, exponent) = Binary(value);
        var hundredths = exponent >= 0
            ? (mantissa * 100) << exponent
            : ((mantissa * 200) + (BigInteger.One << -exponent)) >> (1 - exponent);
        return hundredths < Limit ? new MoneyAmount(hundredths / 100, (int)(hundredths % 100)) : null;
    }

    /// <summary>
    /// "twenty euro, fifty cents" in the library's common form: number and unit, comma, number and smaller unit, also for no cents.
    /// </summary>
    public static string? Say(
        string amount, (string[] Units, string[] Cents)? names, Func<BigInteger, string?> cardinal, Func<BigInteger, string[], string> plural)
    {
        if (names is not var (units, cents) || Read(amount) is not { } money || cardinal(money.Units) is not { } words)
            return null;
        return $"{words} {plural(money.Units, units)}, {cardinal(money.Cents)} {plural(money.Cents, cents)}";
    }

    private static (BigInteger Mantissa, int Exponent) Binary(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var field = (int)(bits >> 52);
        var fraction = bits & ((1L << 52) - 1);
        return field == 0 ? (fraction, -1074) : (fraction | (1L << 52), field - 1075);
    }
}
