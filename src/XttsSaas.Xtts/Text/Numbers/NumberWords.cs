namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>The languages whose numbers can be said in words.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, INumberWords> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = new EnglishNumberWords(),
        ["es"] = new SpanishNumberWords(),
        ["fr"] = new FrenchNumberWords(),
        ["de"] = new GermanNumberWords(),
        ["it"] = new ItalianNumberWords(),
        ["pt"] = new PortugueseNumberWords(),
        ["pl"] = new PolishNumberWords(),
        ["tr"] = new TurkishNumberWords(),
        ["ru"] = new RussianNumberWords(),
        ["nl"] = new DutchNumberWords(),
        ["cs"] = new CzechNumberWords(),
        ["ar"] = new ArabicNumberWords(),
        ["hu"] = new HungarianNumberWords(),
        ["ko"] = new KoreanNumberWords(),
        ["hi"] = new HindiNumberWords(),
    };

    public static IReadOnlyCollection<string> All => Languages.Keys;

    /// <summary>The words of a base language code such as "fr"; null for a language without any.</summary>
    public static INumberWords? For(string language) => Languages.GetValueOrDefault(language);
}
