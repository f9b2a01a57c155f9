using System.Text.Json;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Parity;

/// <summary>
/// The text front end against rows of the reference, judged per language. Chinese and Japanese stand on other dictionaries than the
/// reference's, so that not every row can agree there; in every other language every row has to.
/// </summary>
public static class TextParity
{
    private static readonly Dictionary<string, double> LeastExact = new(StringComparer.Ordinal) { ["zh"] = 0.9, ["ja"] = 0.75 };

    public static IReadOnlySet<string> Kinds { get; } = new HashSet<string>(StringComparer.Ordinal) { "text", "split" };

    /// <exception cref="ModelFormatException">The rows or their vocabulary cannot be read.</exception>
    public static IEnumerable<TextParityResult> Run(ParityPack pack, ParityEntry entry)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind == "split")
            return Judge(Rows<SplitRow>(pack, entry), row => row.Lang, row => row.Input, SplitDifference);
        var tokenizer = pack.LoadVocabulary();
        return Judge(Rows<TextRow>(pack, entry), row => row.Lang, row => row.Input, row => TextDifference(row, tokenizer));
    }

    private static IEnumerable<TextParityResult> Judge<T>(IReadOnlyList<T> rows, Func<T, string> language, Func<T, string> input, Func<T, RowOutcome> compare)
    {
        foreach (var group in rows.GroupBy(language, StringComparer.Ordinal))
        {
            var outcomes = group.Select(row => (Input: input(row), Outcome: compare(row))).ToList();
            var compared = outcomes.Count(row => row.Outcome.IsCompared);
            var wrong = outcomes.FindAll(row => row.Outcome.Difference is not null);
            var exact = compared - wrong.Count(row => row.Outcome.IsCompared);
            var senseless = wrong.Any(row => !row.Outcome.IsCompared);
            var note = $"{group.Key}: {exact} of {compared} rows exact";
            if (wrong.Count > 0)
                note += $"; \"{wrong[0].Input}\": {wrong[0].Outcome.Difference}";
            yield return new TextParityResult(
                group.Key, compared, exact, !senseless && exact >= LeastExact.GetValueOrDefault(XttsLanguages.Base(group.Key), 1) * compared, note);
        }
    }

    private static RowOutcome SplitDifference(SplitRow row)
    {
        var parts = SentenceSplitter.Split(row.Input, row.Lang, row.Limit);
        return new RowOutcome(true, parts.SequenceEqual(row.Output) ? null : $"expected {Quoted(row.Output)}, got {Quoted(parts)}");
    }

    private static RowOutcome TextDifference(TextRow row, XttsTokenizer tokenizer)
    {
        CleanedText cleaned;
        try
        {
            cleaned = TextCleaner.Stages(row.Input, row.Lang);
        }
        catch (ArgumentException error)
        {
            return new RowOutcome(row.Error is null, error.Message);
        }
        if (row.Error is not null)
            return new RowOutcome(false, row.Input.Any(char.IsLetter) && string.IsNullOrWhiteSpace(cleaned.Spoken) ? "nothing is left of the text" : null);
        return new RowOutcome(true, StageDifference(row, cleaned) ?? IdDifference(row, cleaned, tokenizer));
    }

    private static string? StageDifference(TextRow row, CleanedText cleaned)
    {
        foreach (var (stage, expected, actual) in (ReadOnlySpan<(string, string?, string)>)
        [
            ("lower case", row.StageLower, cleaned.Lower),
            ("numbers", row.StageNumbers, cleaned.Numbers),
            ("abbreviations", row.StageAbbreviations, cleaned.Abbreviations),
            ("symbols", row.StageSymbols, cleaned.Symbols),
            ("cleaned", row.MultilingualCleaners, cleaned.Cleaned),
            ("spoken", row.PreprocessText, cleaned.Spoken),
        ])
        {
            if (expected is not null && expected != actual)
                return $"{stage}: expected \"{expected}\", got \"{actual}\"";
        }
        return null;
    }

    private static string? IdDifference(TextRow row, CleanedText cleaned, XttsTokenizer tokenizer)
    {
        var ids = tokenizer.EncodeLikeReference(cleaned.Spoken, row.Lang);
        if (row.Ids is { } expected && !ids.SequenceEqual(expected))
            return $"ids: expected {string.Join(' ', expected)}, got {string.Join(' ', ids)}";
        if (row.Unknown is { } unknown && ids.Count(id => id == tokenizer.UnknownId) != unknown)
            return $"expected {unknown} unknown ids, got {ids.Count(id => id == tokenizer.UnknownId)}";
        if (row.IdsInference is not { } inference)
            return null;
        var spoken = tokenizer.EncodeLikeReference(TextCleaner.Clean(LowerCase.Of(row.Input.Trim()), row.Lang), row.Lang);
        return spoken.SequenceEqual(inference) ? null : $"inference ids: expected {string.Join(' ', inference)}, got {string.Join(' ', spoken)}";
    }

    private static IReadOnlyList<T> Rows<T>(ParityPack pack, ParityEntry entry)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RowFile<T>>(File.ReadAllBytes(pack.PathOf(entry.File)), ParityManifest.Json);
            return file?.Rows ?? throw new ModelFormatException($"{entry.File} has no rows.");
        }
        catch (JsonException error)
        {
            throw new ModelFormatException($"{entry.File} does not hold text rows: {error.Message}", error);
        }
    }

    private static string Quoted(IEnumerable<string> parts) => string.Join(" | ", parts.Select(part => $"\"{part}\""));

    /// <summary>Whether a row counts, and what differs.</summary>
    private readonly record struct RowOutcome(bool IsCompared, string? Difference);
}
