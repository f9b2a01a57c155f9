using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>A number with a word of its own: "seventeen", "hundred", "million".</summary>
internal sealed class NamedNumber(string word, BigInteger value)
{
    public NumberPart Part { get; } = new(word, value);

    public BigInteger Value { get; } = value;

    /// <summary>The integer that a double holds for this value: another one above 10^22. The value itself where no double is that large.</summary>
    public BigInteger AsDouble { get; } = Rounded(value);

    private static BigInteger Rounded(BigInteger value)
    {
        var rounded = double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return double.IsFinite(rounded) ? new BigInteger(rounded) : value;
    }
}
