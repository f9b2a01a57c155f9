using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>A number cut into groups of three digits.</summary>
internal static class Triplets
{
    /// <summary>1234567 as [1, 234, 567]: the highest group first; 0 as [0].</summary>
    public static int[] Of(BigInteger value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var lead = ((digits.Length - 1) % 3) + 1;
        var groups = new int[((digits.Length - lead) / 3) + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            var group = i == 0 ? digits.AsSpan(0, lead) : digits.AsSpan(lead + ((i - 1) * 3), 3);
            groups[i] = int.Parse(group, CultureInfo.InvariantCulture);
        }
        return groups;
    }
}
