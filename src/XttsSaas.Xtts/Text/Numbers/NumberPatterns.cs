using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// How numbers are written. Every pattern that begins with a run of digits takes the whole run at once and starts only where the run starts:
/// the time stays linear in the length of the text.
/// </summary>
internal static partial class NumberPatterns
{
    /// <summary>Digits in groups of three behind commas, with a fraction behind a point: English and Russian.</summary>
    [GeneratedRegex($@"(?<!{WordCharacter.Class})\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?!{WordCharacter.Class})")]
    public static partial Regex CommaGrouped();

    /// <summary>Digits in groups of three behind any one character (not only a point), with a fraction behind a comma: the other languages.</summary>
    [GeneratedRegex($@"(?<!{WordCharacter.Class})\d{{1,3}}(?:(?:[\ud800-\udbff][\udc00-\udfff]|.)\d{{3}})*(?:,\d+)?(?!{WordCharacter.Class})")]
    public static partial Regex DotGrouped();

    [GeneratedRegex(@"£[0-9.,]*[0-9]|(?<![0-9.,])(?>[0-9.,]+)(?<=[0-9])£")]
    public static partial Regex Pounds();

    [GeneratedRegex(@"\$[0-9.,]*[0-9]|(?<![0-9.,])(?>[0-9.,]+)(?<=[0-9])\$")]
    public static partial Regex Dollars();

    [GeneratedRegex("€[0-9.,]*[0-9]|(?<![0-9.,])(?>[0-9.,]+)(?<=[0-9])€")]
    public static partial Regex Euros();

    [GeneratedRegex("(?<![0-9])(?>[0-9]+)[.,][0-9]+")]
    public static partial Regex Decimals();

    [GeneratedRegex("[0-9]+")]
    public static partial Regex Digits();
}
