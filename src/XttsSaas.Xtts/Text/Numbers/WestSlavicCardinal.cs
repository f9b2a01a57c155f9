using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Polish and Czech cardinals: three digits at a time, each group followed by its scale word in the form that the group asks for;
/// a lone "one" before a scale word is left out.
/// </summary>
/// <param name="small">Words for 0 to 19.</param>
/// <param name="tens">Words for 20, 30 and so on from index 2.</param>
/// <param name="hundreds">Words for 100, 200 and so on from index 1.</param>
/// <param name="scales">For 10^3, 10^6 and so on: the forms after 1, after 2 to 4, and after the rest.</param>
internal sealed class WestSlavicCardinal(string[] small, string[] tens, string[] hundreds, string[][] scales)
{
    /// <summary>Null beyond the largest scale.</summary>
    public string? Say(BigInteger value)
    {
        if (value.IsZero)
            return small[0];
        var groups = Triplets.Of(value);
        if (groups.Length > scales.Length + 1)
            return null;
        var words = new List<string>();
        for (var i = 0; i < groups.Length; i++)
        {
            var scale = groups.Length - 1 - i;
            if (groups[i] == 0)
                continue;
            if (scale == 0 || groups[i] != 1)
                words.AddRange(Group(groups[i]));
            if (scale > 0)
                words.Add(Plural(groups[i], scales[scale - 1]));
        }
        return string.Join(' ', words);
    }

    /// <summary>The digits after the point are read as one number; its leading zeros one by one ("1.0" ends in zero zero).</summary>
    public string? SayDecimal(string number, string point)
    {
        if (PrintedDouble.Read(number)?.Sides is not var (left, right) || Say(left) is not { } whole)
            return null;
        var zeros = right.TakeWhile(digit => digit == '0').Select(_ => small[0]);
        return string.Join(' ', [whole, point, .. zeros, Say(BigInteger.Parse(right))]);
    }

    /// <summary>Forms for 1, for 2 to 4 outside the teens, and for the rest.</summary>
    public static string Plural(BigInteger count, string[] forms)
    {
        if (count.IsOne)
            return forms[0];
        var (unit, rest) = ((int)(count % 10), (int)(count % 100));
        return unit is > 1 and < 5 && (rest is < 10 or > 20) ? forms[1] : forms[2];
    }

    private IEnumerable<string> Group(int group)
    {
        if (group >= 100)
            yield return hundreds[group / 100];
        var rest = group % 100;
        if (rest >= 20)
            yield return tens[rest / 10];
        var last = rest < 20 ? rest : rest % 10;
        if (last > 0)
            yield return small[last];
    }
}
