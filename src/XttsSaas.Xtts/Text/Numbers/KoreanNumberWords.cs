using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Korean: Sino-Korean cardinals, dollars only ("이십달러 영센트"), and native ordinals, which fail where a number's last block (after
/// its last 백) is neither a digit nor tens and a digit: 0, 100, 1000, 1001, 1010.
/// </summary>
internal sealed class KoreanNumberWords : INumberWords
{
    private static readonly string[] Digits = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

    /// <summary>The powers of 10^4, from 10^4.</summary>
    private static readonly string[] Myriads =
        ["만", "억", "조", "경", "해", "자", "양", "구", "간", "정", "재", "극", "항하사", "아승기", "나유타", "불가사의", "무량대수"];

    /// <summary>Cards go to 10^68 with up to 999 of the last.</summary>
    private static readonly BigInteger Limit = BigInteger.Pow(10, 71);

    private static readonly Dictionary<string, string> Native = new(StringComparer.Ordinal)
    {
        ["일"] = "한",
        ["이"] = "두",
        ["삼"] = "세",
        ["사"] = "네",
        ["오"] = "다섯",
        ["육"] = "여섯",
        ["칠"] = "일곱",
        ["팔"] = "여덟",
        ["구"] = "아홉",
        ["십"] = "열",
        ["이십"] = "스물",
        ["삼십"] = "서른",
        ["사십"] = "마흔",
        ["오십"] = "쉰",
        ["육십"] = "예순",
        ["칠십"] = "일흔",
        ["팔십"] = "여든",
        ["구십"] = "아흔",
    };

    public string? Cardinal(BigInteger value)
    {
        if (value >= Limit)
            return null;
        if (value.IsZero)
            return Digits[0];
        var blocks = new List<string>();
        for (var myriad = 0; !value.IsZero; myriad++, value /= 10_000)
        {
            var block = (int)(value % 10_000);
            if (block > 0)
                blocks.Insert(0, myriad == 0 ? Block(block) : (myriad == 1 && block == 1 ? "" : Block(block)) + Myriads[myriad - 1]);
        }
        return string.Join(' ', blocks);
    }

    public string? Ordinal(BigInteger value)
    {
        if (value.IsOne)
            return "첫 번째";
        if (Cardinal(value) is not { } words)
            return null;
        var start = words.LastIndexOf(' ') + 1;
        var hundreds = words[start..].Split('백');
        if (Counted(hundreds[^1]) is not { } last)
            return null;
        hundreds[^1] = last;
        return $"{words[..start]}{string.Join("백 ", hundreds)} 번째";
    }

    public string? Decimal(string number) => DigitFraction.Say(number, "점", Cardinal);

    public string? Currency(string amount, string currency) =>
        currency == "USD" && MoneyAmount.Read(amount) is var (dollars, cents)
            ? $"{Cardinal(dollars)?.Replace(" ", "", StringComparison.Ordinal)}달러 {Cardinal(cents)}센트"
            : null;

    private static string? Counted(string words)
    {
        if (words.Split('십') is not [var tens, var unit])
            return Native.GetValueOrDefault(words);
        return Native.TryGetValue(tens + "십", out var native) ? native + Native.GetValueOrDefault(unit, unit) : null;
    }

    /// <summary>1 to 9999 without spaces; a single thousand, hundred or ten goes without its "one".</summary>
    private static string Block(int block)
    {
        var digits = block.ToString("0000", CultureInfo.InvariantCulture);
        return Place(digits[0], "천") + Place(digits[1], "백") + Place(digits[2], "십") + Place(digits[3], "");
    }

    private static string Place(char digit, string name) => digit switch
    {
        '0' => "",
        '1' when name.Length > 0 => name,
        _ => Digits[digit - '0'] + name,
    };
}
