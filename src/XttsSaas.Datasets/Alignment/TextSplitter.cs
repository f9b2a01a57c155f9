namespace XttsSaas.Datasets.Alignment;

/// <summary>Splits text into clauses, and clauses that are too long at words.</summary>
public static class TextSplitter
{
    private const string SentenceMarks = ".!?…。！？।؟";
    private const string ClauseMarks = ",;:—–，、；：،؛";
    private const string Closing = "\"')]»”’」』";
    private const double DigitWeight = 4;
    private const double UnitWeight = 1;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "etc", "e.g", "i.e", "jr", "sr", "bzw", "ca", "z.b", "nr", "sra", "mme",
    };

    /// <summary>The units of a clean text in order, none heavier than <paramref name="mostWeight"/> except a single word.</summary>
    public static IReadOnlyList<TextUnit> Split(string text, double mostWeight)
    {
        var units = new List<TextUnit>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (EndAt(text, i, start) is not { } end)
                continue;
            while (i + 1 < text.Length && (SentenceMarks.Contains(text[i + 1]) || Closing.Contains(text[i + 1])))
                i++;
            Add(text[start..(i + 1)], end, mostWeight, units);
            start = i + 1;
        }

        Add(text[start..], UnitEnd.Sentence, mostWeight, units);
        return units;
    }

    /// <summary>How much there is to say in a text.</summary>
    public static double Weigh(string text) =>
        text.Sum(character => char.IsDigit(character) ? DigitWeight : char.IsLetter(character) ? 1 : 0) + UnitWeight;

    private static UnitEnd? EndAt(string text, int at, int start)
    {
        var mark = text[at];
        var wide = mark > '\u2FFF'; // Chinese and Japanese marks need no space behind them
        var last = at + 1 >= text.Length;
        var spaced = wide || last || char.IsWhiteSpace(text[at + 1]) || Closing.Contains(text[at + 1]) || SentenceMarks.Contains(text[at + 1]);
        if (!spaced)
            return null;
        if (SentenceMarks.Contains(mark))
            return mark == '.' && !last && IsAbbreviation(text[start..at]) ? null : UnitEnd.Sentence;
        return ClauseMarks.Contains(mark) ? UnitEnd.Clause : null;
    }

    private static bool IsAbbreviation(string before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..].TrimStart('(', '"', '\'');
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && word != "I");
    }

    private static void Add(string piece, UnitEnd end, double mostWeight, List<TextUnit> units)
    {
        var text = piece.Trim();
        if (!text.Any(char.IsLetterOrDigit))
        {
            // A lone mark belongs to what was said before it.
            if (text.Length > 0 && units.Count > 0)
                units[^1] = units[^1] with { Text = units[^1].Text + " " + text, End = end };
            return;
        }

        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Weigh(line + word) > mostWeight)
            {
                units.Add(new TextUnit(line, Weigh(line), UnitEnd.Word));
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        units.Add(new TextUnit(line, Weigh(line), end));
    }
}
