using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>
/// Hindi, which the library has only after 0.5.14: cardinals below 10^14, ordinals, decimals digit by digit; no currency.
/// </summary>
internal sealed class HindiNumberWords : INumberWords
{
    private static readonly BigInteger Limit = BigInteger.Pow(10, 14);

    private static readonly string[] BelowHundred =
    [
        "शून्य", "एक", "दो", "तीन", "चार", "पाँच", "छः", "सात", "आठ", "नौ", "दस", "ग्यारह", "बारह", "तेरह", "चौदह", "पंद्रह",
        "सोलह", "सत्रह", "अट्ठारह", "उन्नीस", "बीस", "इक्कीस", "बाईस", "तेईस", "चौबीस", "पच्चीस", "छब्बीस", "सत्ताईस", "अट्ठाईस",
        "उनतीस", "तीस", "इकत्तीस", "बत्तीस", "तैंतीस", "चौंतीस", "पैंतीस", "छत्तीस", "सैंतीस", "अड़तीस", "उनतालीस", "चालीस",
        "इकतालीस", "बयालीस", "तैंतालीस", "चौवालीस", "पैंतालीस", "छियालीस", "सैंतालीस", "अड़तालीस", "उनचास", "पचास", "इक्यावन",
        "बावन", "तिरेपन", "चौवन", "पचपन", "छप्पन", "सत्तावन", "अट्ठावन", "उनसठ", "साठ", "इकसठ", "बासठ", "तिरसठ", "चौंसठ", "पैंसठ",
        "छियासठ", "सड़सठ", "अड़सठ", "उनहत्तर", "सत्तर", "इकहत्तर", "बहत्तर", "तिहत्तर", "चौहत्तर", "पचहत्तर", "छिहत्तर", "सतहत्तर",
        "अठहत्तर", "उनासी", "अस्सी", "इक्यासी", "बयासी", "तिरासी", "चौरासी", "पचासी", "छियासी", "सतासी", "अट्ठासी", "नवासी",
        "नब्बे", "इक्यानवे", "बानवे", "तिरानवे", "चौरानवे", "पचानवे", "छियानवे", "सत्तानवे", "अट्ठानवे", "निन्यानवे",
    ];

    private static readonly (long Value, string Name)[] Scales =
    [
        (100_000_000_000, "ख़रब"), (1_000_000_000, "अरब"), (10_000_000, "करोड़"), (100_000, "लाख"), (1000, "हज़ार"), (100, "सौ"),
    ];

    /// <summary>0 to 6; 5 is regular.</summary>
    private static readonly string?[] Irregular = ["शून्य", "पहला", "दूसरा", "तीसरा", "चौथा", null, "छठा"];

    public string? Cardinal(BigInteger value) => value < Limit ? Words((long)value) : null;

    public string? Ordinal(BigInteger value)
    {
        if (value < Irregular.Length && Irregular[(int)value] is { } word)
            return word;
        return Cardinal(value) is { } words ? words + "वाँ" : null;
    }

    public string? Decimal(string number) => DigitFraction.Say(number, "दशमलव", Cardinal);

    public string? Currency(string amount, string currency) => null;

    private static string Words(long value)
    {
        if (value < 100)
            return BelowHundred[value];
        var (scale, name) = Scales.First(entry => value >= entry.Value);
        var head = $"{Words(value / scale)} {name}";
        return value % scale == 0 ? head : $"{head} {Words(value % scale)}";
    }
}
