using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// A non-negative double with the decimal that the reference's language prints for it: the shortest one that reads back as the same
/// double, fixed from 1e-4 up to below 1e16, otherwise with an exponent ("0.5", "1000.0", "1e-05").
/// </summary>
internal readonly record struct PrintedDouble(double Value, string Text)
{
    public bool IsWhole => Math.Truncate(Value).Equals(Value);

    public BigInteger Whole => new(Math.Truncate(Value));

    /// <summary>The digits on both sides of the point; null for a number printed with an exponent.</summary>
    public (BigInteger Left, string Right)? Sides =>
        !Text.Contains('e') && Text.Split('.') is [var left, var right] ? (BigInteger.Parse(left, CultureInfo.InvariantCulture), right) : null;

    /// <summary>Null for what is not a finite number.</summary>
    public static PrintedDouble? Read(string number) =>
        double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? Of(value)
            : null;

    public static PrintedDouble Of(double value) => new(value, Print(value));

    /// <summary>
    /// The digits after the point as num2words counts them out: the rest after the whole part times 10^places in double arithmetic,
    /// rounded when it lies within 0.01 of a whole number and cut otherwise. Null when 10^places is no double.
    /// </summary>
    public string? FractionDigits()
    {
        var (digits, point) = Significant(Value);
        var places = digits.Length - point;
        var scaled = (Value - Math.Truncate(Value)) * double.Parse($"1e{places}", CultureInfo.InvariantCulture);
        if (!double.IsFinite(scaled))
            return null;
        var rounded = Math.Round(scaled);
        var counted = new BigInteger(Math.Abs(rounded - scaled) < 0.01 ? rounded : Math.Floor(scaled));
        return counted.ToString(CultureInfo.InvariantCulture).PadLeft(places, '0')[..places];
    }

    private static string Print(double value)
    {
        var (digits, point) = Significant(value);
        if (point is > 16 or <= -4)
        {
            var exponent = point - 1;
            var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
            return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }
        if (point <= 0)
            return $"0.{new string('0', -point)}{digits}";
        return digits.Length <= point ? $"{digits.PadRight(point, '0')}.0" : $"{digits[..point]}.{digits[point..]}";
    }

    /// <summary>The shortest digits and where the point stands in them: 12.5 is "125" with the point after 2 digits.</summary>
    private static (string Digits, int Point) Significant(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var sides = parts[0].Split('.');
        var digits = string.Concat(sides).TrimStart('0');
        var point = sides[0].Length + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0)
            - (string.Concat(sides).Length - digits.Length);
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? ("0", 1) : (digits, point);
    }
}
