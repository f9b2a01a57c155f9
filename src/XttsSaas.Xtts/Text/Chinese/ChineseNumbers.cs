using System.Text;
using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Chinese;

/// <summary>
/// Numbers of Chinese text in words, punctuation as commas. What a number means is decided by what follows it, in this order: date,
/// money, telephone, fraction, percentage, counted things, code of four digits or more, plain number.
/// Each stage collects its matches first and then replaces, for each, the first place where the same text stands: the rule of the
/// normaliser that the models were trained with.
/// </summary>
public static partial class ChineseNumbers
{
    private const string CjkPunctuation =
        "！？｡。＂＃＄％＆＇（）＊＋，－／：；＜＝＞＠［＼］＾＿｀｛｜｝～｟｠｢｣､、〃《》「」『』【】〔〕〖〗〘〙〚〛〜〝〞〟〰〾〿–—‘’‛“”„‟…‧﹏·〈〉";

    private const string AsciiPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private const string MoneyUnits = "(?:(?:亿|千万|百万|万|千|百)|(?:亿|千万|百万|万|千|百|)元|(?:亿|千万|百万|万|千|百|)块|角|毛|分)";

    /// <summary>Words that count things, length, weight and time.</summary>
    private const string Quantifiers =
        "(?:[匹张座回场尾条个首阙阵网炮顶丘棵只支袭辆挑担颗壳窠曲墙群腔砣客贯扎捆刀令打手罗坡山岭江溪钟队单双对出口头脚板跳枝件贴针线管名位身堂课本页家户层丝毫厘分钱两斤铢石钧锱忽]"
        + "|[千毫微]克|[寸尺丈里寻常铺程]|[千分厘毫微]米|[撮勺合升斗盘碗碟叠桶笼盆盒杯斛锅簋篮罐瓶壶卮盏箩箱煲啖袋钵年月日季刻时周天秒旬纪岁世更夜春夏秋冬代伏辈丸泡粒幢堆根道面片块])";

    /// <summary>The text with every number in words and every punctuation mark as a comma.</summary>
    public static string Expand(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // A number at either end needs a neighbour that is no digit.
        var expanded = $"^{text}$";
        expanded = Rewrite(expanded, Date(), WordDate);
        expanded = Rewrite(expanded, Money(), WordMoney);
        expanded = Rewrite(expanded, Mobile(), DigitsOnly);
        expanded = Rewrite(expanded, Landline(), DigitsOnly);
        expanded = Rewrite(expanded, Fraction(), WordFraction);
        expanded = Rewrite(expanded.Replace('％', '%'), Percentage(), match => "百分之" + ChineseNumerals.Cardinal(match.TrimEnd('%')));
        expanded = Rewrite(expanded, Counted(), ChineseNumerals.Cardinal);
        expanded = Rewrite(expanded, Code(), match => ChineseNumerals.Digits(match));
        expanded = Rewrite(expanded, Plain(), ChineseNumerals.Cardinal);
        expanded = Rewrite(expanded, BetweenLetters(), match => match.Replace('二', '2'));
        return Commas(expanded.TrimStart('^').TrimEnd('$'));
    }

    private static string Rewrite(string text, Regex pattern, Func<string, string> words)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0)
            return text;
        var rewritten = text;
        foreach (var found in matches.Select(match => match.Groups[1].Value))
        {
            var at = rewritten.IndexOf(found, StringComparison.Ordinal);
            if (at >= 0)
                rewritten = string.Concat(rewritten.AsSpan(0, at), words(found), rewritten.AsSpan(at + found.Length));
        }
        return rewritten;
    }

    private static string WordDate(string date)
    {
        var words = new StringBuilder();
        var rest = date;
        if (rest.IndexOf('年', StringComparison.Ordinal) is var year and >= 0)
        {
            words.Append(ChineseNumerals.Digits(rest.AsSpan(0, year))).Append('年');
            rest = rest[(year + 1)..];
        }
        if (rest.IndexOf('月', StringComparison.Ordinal) is var month and >= 0)
        {
            words.Append(ChineseNumerals.Cardinal(rest[..month])).Append('月');
            rest = rest[(month + 1)..];
        }
        return rest.Length == 0 ? words.ToString() : words.Append(ChineseNumerals.Cardinal(rest[..^1])).Append(rest[^1]).ToString();
    }

    private static string WordMoney(string money)
    {
        var words = money;
        foreach (Match amount in Plain().Matches(money))
            words = words.Replace(amount.Value, ChineseNumerals.Cardinal(amount.Value), StringComparison.Ordinal);
        return words;
    }

    private static string DigitsOnly(string number) => ChineseNumerals.Digits(string.Concat(number.Where(char.IsDigit)));

    private static string WordFraction(string fraction)
    {
        var parts = fraction.Split('/');
        return $"{ChineseNumerals.Cardinal(parts[1])}分之{ChineseNumerals.Cardinal(parts[0])}";
    }

    private static string Commas(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = AsciiPunctuation.Contains(source[i], StringComparison.Ordinal) || CjkPunctuation.Contains(source[i], StringComparison.Ordinal) ? ',' : source[i];
    });

    [GeneratedRegex(@"\D((?:[089]\d|(?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号])?)")]
    private static partial Regex Date();

    [GeneratedRegex(@"\D(\d+(?:\.\d+)?[多余几]?" + MoneyUnits + @"(?:\d" + MoneyUnits + "?)?)")]
    private static partial Regex Money();

    [GeneratedRegex(@"\D((?:\+?86 ?)?1(?:[38]\d|5[0-35-9]|7[678]|9[89])\d{8})\D")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"\D((?:0(?:10|2[1-3]|[3-9]\d{2})-?)?[1-9]\d{6,7})\D")]
    private static partial Regex Landline();

    [GeneratedRegex(@"(?<!\d)(\d+/\d+)")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(?<!\d)((?>\d+(?:\.\d+)?)%)")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"(?<!\d)((?>\d+(?:\.\d+)?))[多余几]?" + Quantifiers)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(\d{4,32})")]
    private static partial Regex Code();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)")]
    private static partial Regex Plain();

    [GeneratedRegex("(?<![a-zA-Z])((?>[a-zA-Z]+)二[a-zA-Z]+)")]
    private static partial Regex BetweenLetters();
}
