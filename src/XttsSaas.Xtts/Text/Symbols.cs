namespace XttsSaas.Xtts.Text;

/// <summary>Symbols in words, per language. Input is lower case.</summary>
internal static class Symbols
{
    /// <summary>The symbols that have words, in the order in which they are replaced.</summary>
    private const string All = "&@%#$£°";

    /// <summary>Language to the words of <see cref="All"/>.</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["en"] = ["and", "at", "percent", "hash", "dollar", "pound", "degree"],
        ["es"] = ["y", "arroba", "por ciento", "numeral", "dolar", "libra", "grados"],
        ["fr"] = ["et", "arobase", "pour cent", "dièse", "dollar", "livre", "degrés"],
        ["de"] = ["und", "at", "prozent", "raute", "dollar", "pfund", "grad"],
        ["it"] = ["e", "chiocciola", "per cento", "cancelletto", "dollaro", "sterlina", "gradi"],
        ["pt"] = ["e", "arroba", "por cento", "cardinal", "dólar", "libra", "graus"],
        ["pl"] = ["i", "małpa", "procent", "krzyżyk", "dolar", "funt", "stopnie"],
        ["tr"] = ["ve", "at", "yüzde", "diyez", "dolar", "sterlin", "derece"],
        ["ru"] = ["и", "собака", "процентов", "номер", "доллар", "фунт", "градус"],
        ["nl"] = ["en", "bij", "procent", "hekje", "dollar", "pond", "graden"],
        ["cs"] = ["a", "na", "procento", "křížek", "dolar", "libra", "stupně"],
        ["ar"] = ["و", "على", "في المئة", "رقم", "دولار", "جنيه", "درجة"],
        ["zh"] = ["和", "在", "百分之", "号", "美元", "英镑", "度"],
        ["hu"] = ["és", "kukac", "százalék", "kettőskereszt", "dollár", "font", "fok"],
        ["ko"] = ["그리고", "에", "퍼센트", "번호", "달러", "파운드", "도"],
        ["hi"] = ["और", "ऐट दी रेट", "प्रतिशत", "हैश", "डॉलर", "पाउंड", "डिग्री"],
    };

    /// <summary>Each symbol becomes its word between spaces, double spaces are halved once per symbol, the ends are trimmed.</summary>
    public static string Expand(string text, string language)
    {
        if (!Words.TryGetValue(language, out var words))
            return text;
        foreach (var (i, word) in words.Index())
            text = text.Replace(All[i..(i + 1)], $" {word} ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal);
        return WhiteSpace.Trim(text);
    }
}
