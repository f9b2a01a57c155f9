using System.Globalization;
using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Three digits of an Arabic number with their scale word.</summary>
internal static class ArabicGroup
{
    private const string And = " و ";
    private const string TwoHundred = "مئتا";

    private static readonly string[] Masculine =
    [
        "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "أحد عشر", "اثنا عشر", "ثلاثة عشر",
        "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
    ];

    private static readonly string[] FeminineOnes =
    [
        "", "إحدى", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر", "إحدى عشرة", "اثنتا عشرة", "ثلاث عشرة",
        "أربع عشرة", "خمس عشرة", "ست عشرة", "سبع عشرة", "ثماني عشرة", "تسع عشرة",
    ];

    private static readonly string[] Tens = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"];

    private static readonly string[] Hundreds =
        ["", "مائة", "مئتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"];

    /// <summary>1000^n in the singular from index 1.</summary>
    private static readonly string[] Singular =
    [
        "", "ألف", "مليون", "مليار", "تريليون", "كوادريليون", "كوينتليون", "سكستيليون", "سبتيليون", "أوكتيليون", "نونيليون",
        "ديسيليون", "أندسيليون", "دوديسيليون", "تريديسيليون", "كوادريسيليون", "كوينتينيليون",
    ];

    /// <summary>Two of a scale and nothing more; a name's final space is the library's.</summary>
    private static readonly string[] DualAlone =
    [
        "", "ألفا", "مليونا", "مليارا", "تريليونا", "كوادريليونا", "كوينتليونا", "سكستيليونا", "سبتيليونا", "أوكتيليونا ",
        "نونيليونا", "ديسيليونا", "أندسيليونا", "دوديسيليونا", "تريديسيليونا", "كوادريسيليونا", "كوينتينيليونا",
    ];

    private static readonly string[] Dual =
    [
        "", "ألفان", "مليونان", "ملياران", "تريليونان", "كوادريليونان", "كوينتليونان", "سكستيليونان", "سبتيليونان",
        "أوكتيليونان ", "نونيليونان ", "ديسيليونان", "أندسيليونان", "دوديسيليونان", "تريديسيليونان", "كوادريسيليونان",
        "كوينتينيليونان",
    ];

    private static readonly string[] Plural =
    [
        "", "آلاف", "ملايين", "مليارات", "تريليونات", "كوادريليونات", "كوينتليونات", "سكستيليونات", "سبتيليونات", "أوكتيليونات",
        "نونيليونات", "ديسيليونات", "أندسيليونات", "دوديسيليونات", "تريديسيليونات", "كوادريسيليونات", "كوينتينيليونات",
    ];

    /// <summary>How many groups have a name.</summary>
    public static int Scales => Singular.Length;

    /// <summary>1 to 99 in the feminine.</summary>
    public static string Feminine(int value) => Count(value, 0, FeminineOnes, alone: false);

    /// <summary>A group from 1 to 999 before the words of the lower groups.</summary>
    /// <param name="group">Three digits.</param>
    /// <param name="scale">Power of 1000.</param>
    /// <param name="number">The whole number that the group belongs to.</param>
    /// <param name="feminine">Whether the lowest group is feminine.</param>
    /// <param name="lower">Words so far, each followed by a space.</param>
    public static string Say(int group, int scale, BigInteger number, bool feminine, string lower)
    {
        var count = Count(group, scale, feminine && scale == 0 ? FeminineOnes : Masculine, IsTwoOfAScale(number));
        if (scale == 0)
            return $"{count} {lower}";
        var rest = lower.Length == 0 ? "" : "و " + lower;
        return group switch
        {
            1 or 2 => $"{count} {rest}",
            >= 3 and <= 10 => $"{count} {Plural[scale]} {rest}",
            _ when group % 100 != 1 && rest.Length > 0 => $"{count} {Singular[scale]}اً {rest}",
            _ => $"{count} {Singular[scale]} {rest}",
        };
    }

    private static string Count(int group, int scale, string[] ones, bool alone)
    {
        var (hundred, rest) = (group / 100, group % 100);
        if (group == 200)
            return TwoHundred;
        var head = hundred == 0 ? "" : Hundreds[hundred] + (rest == 0 ? "" : And);
        return (rest, scale) switch
        {
            (0, _) => head,
            (2, > 0) when hundred == 0 => alone ? DualAlone[scale] : Dual[scale],
            (1, > 0) => head + Singular[scale],
            ( < 20, _) => head + ones[rest],
            _ => head + (rest % 10 == 0 ? "" : ones[rest % 10] + And) + Tens[rest / 10],
        };
    }

    private static bool IsTwoOfAScale(BigInteger number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits.Length % 3 == 1 && digits.TrimEnd('0') == "2";
    }
}
