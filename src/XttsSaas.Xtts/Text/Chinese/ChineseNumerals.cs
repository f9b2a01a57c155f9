using System.Globalization;
using System.Text;

namespace XttsSaas.Xtts.Text.Chinese;

/// <summary>Digit strings in Chinese characters. Any decimal digit is read, also full-width ones.</summary>
internal static class ChineseNumerals
{
    private const string DigitNames = "零一二三四五六七八九";
    private const char Ten = '十';
    private const char Point = '点';

    /// <summary>Units by the power of ten they stand for: up to 万 every power, then every fourth.</summary>
    private static readonly (int Power, char Name)[] Units =
    [
        (1, Ten), (2, '百'), (3, '千'), (4, '万'), (8, '亿'), (12, '兆'), (16, '京'), (20, '垓'), (24, '秭'), (28, '穰'), (32, '沟'),
        (36, '涧'), (40, '正'), (44, '载'),
    ];

    /// <summary>"2050" is 二零五零: a year, a telephone number, a code.</summary>
    public static string Digits(ReadOnlySpan<char> number)
    {
        var text = new StringBuilder(number.Length);
        foreach (var digit in number)
            text.Append(DigitNames[CharUnicodeInfo.GetDecimalDigitValue(digit)]);
        return text.ToString();
    }

    /// <summary>"2050.5" is 两千零五十点五. Zeros alone of more than one digit have no name.</summary>
    public static string Cardinal(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? number : number[..point];
        var text = new StringBuilder();
        if (whole.Length > 1)
            AppendValue(whole, text);
        else
            text.Append(Digits(whole));
        if (point >= 0)
            text.Append(Point).Append(Digits(number.AsSpan(point + 1)));
        PreferLiang(text);
        if (text.Length > 0 && text[0] == Point)
            text.Insert(0, DigitNames[0]);
        return text.Length > 1 && text[0] == DigitNames[1] && text[1] == Ten ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    private static void AppendValue(ReadOnlySpan<char> value, StringBuilder text)
    {
        var significant = value.TrimStart('0');
        if (significant.IsEmpty)
            return;
        if (significant.Length == 1)
        {
            if (significant.Length < value.Length)
                text.Append(DigitNames[0]);
            text.Append(Digits(significant));
            return;
        }
        var digits = significant.Length;
        var (power, name) = Array.FindLast(Units, unit => unit.Power < digits);
        AppendValue(value[..^power], text);
        text.Append(name);
        AppendValue(significant[^power..], text);
    }

    /// <summary>A two that counts hundreds or more is 两, unless tens are next to it.</summary>
    private static void PreferLiang(StringBuilder text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == DigitNames[2] && IsLargeUnit(text[i + 1]) && (i == 0 || IsLargeUnit(text[i - 1])))
                text[i] = '两';
        }
    }

    private static bool IsLargeUnit(char name) => name != Ten && Array.Exists(Units, unit => unit.Name == name);
}
