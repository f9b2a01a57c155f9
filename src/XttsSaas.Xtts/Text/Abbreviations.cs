using System.Text.RegularExpressions;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// Abbreviations in words, per language: a whole word before a point, the point included; in Russian a whole word. They are replaced one
/// after the other in the order given, so "st.co." is "saintco.". Input is lower case.
/// </summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, (Regex Pattern, string Words)[]> All = new(StringComparer.Ordinal)
    {
        ["en"] = BeforePoint(("mrs", "misess"), ("mr", "mister"), ("dr", "doctor"), ("st", "saint"), ("co", "company"), ("jr", "junior"),
            ("maj", "major"), ("gen", "general"), ("drs", "doctors"), ("rev", "reverend"), ("lt", "lieutenant"), ("hon", "honorable"),
            ("sgt", "sergeant"), ("capt", "captain"), ("esq", "esquire"), ("ltd", "limited"), ("col", "colonel"), ("ft", "fort")),
        ["es"] = BeforePoint(("sra", "señora"), ("sr", "señor"), ("dr", "doctor"), ("dra", "doctora"), ("st", "santo"),
            ("co", "compañía"), ("jr", "junior"), ("ltd", "limitada")),
        ["fr"] = BeforePoint(("mme", "madame"), ("mr", "monsieur"), ("dr", "docteur"), ("st", "saint"), ("co", "compagnie"),
            ("jr", "junior"), ("ltd", "limitée")),
        ["de"] = BeforePoint(("fr", "frau"), ("dr", "doktor"), ("st", "sankt"), ("co", "firma"), ("jr", "junior")),
        ["it"] = BeforePoint(("sig", "signore"), ("dr", "dottore"), ("st", "santo"), ("co", "compagnia"), ("jr", "junior"),
            ("ltd", "limitata")),
        ["pt"] = BeforePoint(("sra", "senhora"), ("sr", "senhor"), ("dr", "doutor"), ("dra", "doutora"), ("st", "santo"),
            ("co", "companhia"), ("jr", "júnior"), ("ltd", "limitada")),
        ["pl"] = BeforePoint(("p", "pani"), ("m", "pan"), ("dr", "doktor"), ("sw", "święty"), ("jr", "junior")),
        ["tr"] = BeforePoint(("b", "bay"), ("byk", "büyük"), ("dr", "doktor")),
        ["ru"] = WholeWords(("г-жа", "госпожа"), ("г-н", "господин"), ("д-р", "доктор")),
        ["nl"] = BeforePoint(("dhr", "de heer"), ("mevr", "mevrouw"), ("dr", "dokter"), ("jhr", "jonkheer")),
        ["cs"] = BeforePoint(("dr", "doktor"), ("ing", "inženýr"), ("p", "pan")),
        ["hu"] = BeforePoint(("dr", "doktor"), ("b", "bácsi"), ("nőv", "nővér")),
    };

    public static string Expand(string text, string language) =>
        All.TryGetValue(language, out var entries)
            ? entries.Aggregate(text, (current, entry) => entry.Pattern.Replace(current, entry.Words))
            : text;

    private static (Regex Pattern, string Words)[] BeforePoint(params (string Short, string Words)[] entries) =>
        [.. entries.Select(entry => (Pattern(entry.Short, @"\."), entry.Words))];

    private static (Regex Pattern, string Words)[] WholeWords(params (string Short, string Words)[] entries) =>
        [.. entries.Select(entry => (Pattern(entry.Short, $"(?!{WordCharacter.Class})"), entry.Words))];

    private static Regex Pattern(string word, string end) =>
        new($"(?<!{WordCharacter.Class}){string.Concat(word.Select(AnyCase))}{end}", RegexOptions.CultureInvariant);

    /// <summary>Letters that are lower case already and yet the same as another one when case is ignored.</summary>
    private static string AnyCase(char letter) => letter switch
    {
        'i' => "[iı]",
        's' => "[sſ]",
        'д' => "[дᲁ]",
        _ => letter.ToString(),
    };
}
