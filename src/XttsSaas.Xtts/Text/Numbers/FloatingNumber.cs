using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>A decimal number as a double holds it, cut into the parts that are spoken.</summary>
/// <param name="Value">The double.</param>
/// <param name="Whole">Its integer part, exact.</param>
/// <param name="ShortestFraction">Fraction digits of the shortest text that reads back as this double; "0" for an integer.</param>
/// <param name="IsScientific">The shortest text needs an exponent: below 1e-4, or 1e16 and more.</param>
internal readonly record struct FloatingNumber(double Value, BigInteger Whole, string ShortestFraction, bool IsScientific)
{
    public bool IsInteger => double.IsInteger(Value);

    /// <summary>Reads digits, a point and digits; null above the range of a double.</summary>
    public static FloatingNumber? Parse(string number)
    {
        var value = double.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return null;
        var (digits, exponent) = Scientific(value.ToString("R", CultureInfo.InvariantCulture));
        var places = Math.Max(0, digits.Length - 1 - exponent);
        var fraction = places == 0 ? "0" : digits.PadLeft(places, '0')[^places..];
        return new(value, new BigInteger(Math.Truncate(value)), fraction, value != 0 && exponent is < -4 or >= 16);
    }

    /// <summary>
    /// The fraction's digits by the arithmetic of doubles: the remainder is scaled up to the places of <see cref="ShortestFraction"/>,
    /// then rounded when it is within 0.01 of an integer and cut otherwise. Null when the scale is no double.
    /// </summary>
    public string? FractionDigits()
    {
        var places = ShortestFraction.Length;
        if (places > 308)
            return null;
        var scaled = Math.Abs(Value - (double)Whole) * double.Parse($"1e{places}", CultureInfo.InvariantCulture);
        var rounded = Math.Round(scaled, MidpointRounding.ToEven);
        var digits = new BigInteger(Math.Abs(rounded - scaled) < 0.01 ? rounded : Math.Floor(scaled)).ToString(CultureInfo.InvariantCulture);
        return digits.PadLeft(places, '0')[..places];
    }

    /// <summary>Significant digits without trailing zeros, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Scientific(string text)
    {
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return digits.Length == 0 ? ("0", 0) : (digits, exponent + whole - 1 - leading);
    }
}
