using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Russian ordinals, masculine nominative.</summary>
internal static class RussianOrdinal
{
    private static readonly string[] Small =
    [
        "нулевой", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый",
        "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый", "пятнадцатый", "шестнадцатый", "семнадцатый",
        "восемнадцатый", "девятнадцатый",
    ];

    private static readonly string[] Tens =
    [
        "", "", "двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый", "девяностый",
    ];

    private static readonly string[] Hundreds =
    [
        "", "сотый", "двухсотый", "трёхсотый", "четырёхсотый", "пятисотый", "шестисотый", "семисотый", "восьмисотый", "девятисотый",
    ];

    private static readonly string[] SmallPrefixes =
    [
        "", "одно", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати",
        "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати",
    ];

    private static readonly string[] TensPrefixes =
        ["", "", "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяносто"];

    private static readonly string[] HundredsPrefixes =
        ["", "сто", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"];

    /// <summary>Null from 10^33.</summary>
    public static string? Say(BigInteger value)
    {
        if (value.IsZero)
            return Small[0];
        var groups = Triplets.Of(value);
        if (groups.Length > RussianCardinal.Scales.Length + 2)
            return null;
        var last = Array.FindLastIndex(groups, group => group != 0);
        var words = new List<string>();
        for (var i = 0; i <= last; i++)
        {
            var scale = groups.Length - 1 - i;
            if (groups[i] == 0)
                continue;
            if (scale > 0 && i == last)
            {
                words.Add($"{Prefix(groups[i])}{ScaleStem(scale)}ый");
                continue;
            }
            words.AddRange(Group(groups[i], scale));
            if (scale > 0)
                words.Add(RussianCardinal.Scale(groups[i], scale));
        }
        return string.Join(' ', words);
    }

    /// <summary>"десятитысячн": 10^<paramref name="places"/> as an ordinal without its ending.</summary>
    public static string PlaceStem(int places) => places switch
    {
        1 => "десят",
        2 => "сот",
        _ => Prefix((int)Math.Pow(10, places % 3)) + ScaleStem(places / 3),
    };

    private static string ScaleStem(int scale) => scale == 1 ? "тысячн" : RussianCardinal.Scales[scale - 2] + "н";

    /// <summary>Every group but a joined last one takes its last word as an ordinal, except units before a scale word.</summary>
    private static IEnumerable<string> Group(int group, int scale)
    {
        var (hundred, ten, rest) = (group / 100, group / 10 % 10, group % 100);
        if (hundred > 0)
            yield return rest == 0 ? Hundreds[hundred] : RussianCardinal.Hundred(hundred);
        if (ten > 1)
            yield return rest % 10 == 0 ? Tens[ten] : RussianCardinal.Ten(ten);
        if (ten == 1)
            yield return Small[rest];
        else if (rest % 10 > 0 && (scale == 0 || group != 1))
            yield return scale == 0 ? Small[rest % 10] : RussianCardinal.Unit(rest % 10, feminine: scale == 1);
    }

    private static string Prefix(int group)
    {
        var rest = group % 100;
        var tail = rest < 20 ? SmallPrefixes[rest] : TensPrefixes[rest / 10] + SmallPrefixes[rest % 10];
        return group == 1 ? "" : HundredsPrefixes[group / 100] + tail;
    }
}
