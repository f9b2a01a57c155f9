using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Division by 1000 in decimal arithmetic of 28 digits, which widens to a number's own length once a quotient does not fit: so the lower
/// groups of numbers from 29 to 31 digits are rounded away as in the reference.
/// </summary>
internal sealed class ShortDivision
{
    private int precision = 28;

    public (BigInteger Quotient, int Remainder) ByThousand(BigInteger value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture).Length;
        if (digits - 3 > precision)
            precision = digits;
        return (Quotient(value, digits - precision), (int)(value % 1000));
    }

    /// <param name="value">Dividend.</param>
    /// <param name="excess">Digits beyond the precision; the quotient is rounded half to even there, then cut.</param>
    private static BigInteger Quotient(BigInteger value, int excess)
    {
        if (excess <= 0)
            return value / 1000;
        var unit = BigInteger.Pow(10, excess);
        var kept = BigInteger.DivRem(value, unit, out var dropped);
        var twice = dropped * 2;
        if (twice > unit || (twice == unit && !kept.IsEven))
            kept++;
        return kept * unit / 1000;
    }
}
