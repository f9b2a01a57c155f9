using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>An amount of money, rounded half up to cents from the exact value of its double.</summary>
internal readonly record struct MoneyAmount(BigInteger Units, int Cents)
{
    /// <summary>More digits than this, cents included, are no amount.</summary>
    private const int DigitLimit = 28;

    /// <summary>Null when the amount has more than 26 digits before the point.</summary>
    public static MoneyAmount? Parse(string amount)
    {
        var value = double.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return null;
        var total = RoundedHundredths(value);
        if (total >= BigInteger.Pow(10, DigitLimit))
            return null;
        var units = BigInteger.DivRem(total, 100, out var cents);
        return new(units, (int)cents);
    }

    private static BigInteger RoundedHundredths(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52);
        var mantissa = exponent == 0 ? bits : (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000;
        var shift = Math.Max(exponent, 1) - 1075;
        var hundredfold = new BigInteger(mantissa) * 100;
        return shift >= 0 ? hundredfold << shift : (hundredfold + (BigInteger.One << (-shift - 1))) >> -shift;
    }
}
