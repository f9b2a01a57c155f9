using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Russian cardinals in the nominative, and the words that the ordinals share with them.</summary>
internal static class RussianCardinal
{
    /// <summary>Stems of 10^6, 10^9 and so on.</summary>
    public static readonly string[] Scales =
    [
        "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион", "секстиллион", "септиллион", "октиллион", "нониллион",
    ];

    private static readonly string[] Small =
    [
        "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать",
        "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
    ];

    private static readonly string[] Tens =
        ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];

    private static readonly string[] Hundreds =
        ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];

    /// <summary>Null from 10^33. Thousands are feminine always, all other groups when <paramref name="feminine"/>.</summary>
    public static string? Say(BigInteger value, bool feminine)
    {
        if (value.IsZero)
            return "ноль";
        var groups = Triplets.Of(value);
        if (groups.Length > Scales.Length + 2)
            return null;
        var words = new List<string>();
        for (var i = 0; i < groups.Length; i++)
        {
            var scale = groups.Length - 1 - i;
            if (groups[i] == 0)
                continue;
            var (hundred, ten, rest) = (groups[i] / 100, groups[i] / 10 % 10, groups[i] % 100);
            if (hundred > 0)
                words.Add(Hundreds[hundred]);
            if (ten > 1)
                words.Add(Tens[ten]);
            var last = rest < 20 ? rest : rest % 10;
            if (last > 0)
                words.Add(Unit(last, feminine || scale == 1));
            if (scale > 0)
                words.Add(Scale(groups[i], scale));
        }
        return string.Join(' ', words);
    }

    public static string Hundred(int hundred) => Hundreds[hundred];

    public static string Ten(int ten) => Tens[ten];

    /// <summary>1 to 19.</summary>
    public static string Unit(int unit, bool feminine) => (unit, feminine) switch
    {
        (1, true) => "одна",
        (2, true) => "две",
        _ => Small[unit],
    };

    /// <summary>1000^<paramref name="scale"/> in the form that follows <paramref name="count"/>.</summary>
    public static string Scale(int count, int scale) => scale == 1
        ? Plural(count, ["тысяча", "тысячи", "тысяч"])
        : Scales[scale - 2] + Plural(count, ["", "а", "ов"]);

    /// <summary>Forms after 1, after 2 to 4, and after the rest with 11 to 14.</summary>
    public static string Plural(BigInteger count, string[] forms) => ((int)(count % 10), (int)(count % 100)) switch
    {
        (_, >= 11 and <= 14) => forms[2],
        (1, _) => forms[0],
        ( >= 2 and <= 4, _) => forms[1],
        _ => forms[2],
    };
}
