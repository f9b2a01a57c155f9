namespace XttsSaas.Xtts.Text.Sentences;

/// <summary>Words whose full stop does not end a sentence.</summary>
internal static class Abbreviations
{
    private const int Longest = 8;

    private static readonly HashSet<string> Everywhere = new(Letters(), StringComparer.Ordinal);

    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
    {
        "a.m.", "Adm.", "Ala.", "Apr.", "Ariz.", "Ark.", "Aug.", "Bros.", "Calif.", "co.", "Co.", "Colo.", "Conn.", "Corp.", "D.C.", "Dec.",
        "Del.", "Dr.", "e.g.", "E.g.", "E.G.", "Feb.", "Fla.", "Ga.", "Gen.", "Gov.", "i.e.", "I.e.", "I.E.", "Ia.", "Id.", "Ill.", "Inc.",
        "Ind.", "Jan.", "Jr.", "Jul.", "Jun.", "Kan.", "Kans.", "Ky.", "La.", "Ltd.", "Mar.", "Mass.", "Md.", "Messrs.", "Mich.", "Minn.",
        "Miss.", "Mo.", "Mont.", "Mr.", "Mrs.", "Ms.", "Mt.", "N.C.", "N.D.", "N.H.", "N.J.", "N.M.", "N.Y.", "Neb.", "Nebr.", "Nev.",
        "Nov.", "Oct.", "Okla.", "Ore.", "p.m.", "Pa.", "Ph.D.", "Prof.", "Rep.", "Rev.", "S.C.", "Sen.", "Sep.", "Sept.", "St.", "Tenn.",
        "v.s.", "Va.", "vs.", "Wash.", "Wis.",
    };

    private static readonly HashSet<string> Spanish = new(StringComparer.Ordinal)
    {
        "a.C.", "a.J.C.", "a.m.", "apdo.", "Av.", "Avda.", "Cía.", "d.C.", "d.J.C.", "Dr.", "Dra.", "EE.UU.", "Ee.Uu.", "etc.", "fig.",
        "Gob.", "Gral.", "Ing.", "J.C.", "Lic.", "m.n.", "núm.", "p.m.", "P.D.", "Prof.", "Profa.", "q.e.p.d.", "Q.E.P.D.", "S.A.", "S.L.",
        "S.R.L.", "s.s.s.", "Sr.", "Sra.", "Srta.", "vol.",
    };

    private static readonly HashSet<string> Arabic = new(["د.", "أ.", "ب.", "ت."], StringComparer.Ordinal);

    /// <summary>Whether a word with its full stop is an abbreviation; languages without a list of their own use the English one.</summary>
    public static bool Contains(ReadOnlySpan<char> word, string language)
    {
        if (word.Length is < 2 or > Longest)
            return false;
        var own = language switch { "es" => Spanish, "ar" => Arabic, "hi" => Everywhere, _ => English };
        return Everywhere.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    private static IEnumerable<string> Letters() => "abcdefghijklmnopqrstuvwxyzäöü".Select(letter => $"{letter}.");
}
