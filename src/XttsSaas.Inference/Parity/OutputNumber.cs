using System.Globalization;
using System.Text.RegularExpressions;

namespace XttsSaas.Inference.Parity;

/// <summary>Numbers inside output names. A name that spells its decimal point is read as it is.</summary>
internal static class OutputNumber
{
    public static int Integer(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    /// <summary><c>10</c> is ten; penalties are whole numbers unless they begin with a zero.</summary>
    public static double Penalty(Group group) => group.Value.StartsWith('0') ? Fraction(group) : double.Parse(group.Value, CultureInfo.InvariantCulture);

    /// <summary><c>075</c> is 0.75: the point comes after the first digit.</summary>
    public static double Fraction(Group group) =>
        double.Parse(group.Value.Contains('.', StringComparison.Ordinal) ? group.Value : group.Value.Insert(1, "."), CultureInfo.InvariantCulture);
}
