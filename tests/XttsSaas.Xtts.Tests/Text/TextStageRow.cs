using System.Text.Json;
using XttsSaas.Tests.Golden;

namespace XttsSaas.Xtts.Tests.Text;

/// <summary>
/// One row of the reference's text cases: the text after each stage, null where the reference does not say or failed with
/// <paramref name="Error"/>.
/// </summary>
internal sealed record TextStageRow(
    string Language, string Input, string? Lower, string? Numbers, string? Abbreviations, string? Symbols, string? Cleaned, string? Spoken,
    string? Error)
{
    /// <summary>
    /// The rows of a language: made with num2words 0.5.14, or where that fails (Hindi numbers) with its git head.
    /// </summary>
    public static IReadOnlyList<TextStageRow> Of(string language)
    {
        var later = Read("text_cases_num2words_master.json").Where(row => row.Error is null).ToLookup(row => (row.Language, row.Input));
        return
        [
            .. Read("text_cases.json")
                .Where(row => row.Language == language)
                .Select(row => row.Error is null ? row : later[(row.Language, row.Input)].FirstOrDefault(row)),
        ];
    }

    public static IReadOnlyList<TextStageRow> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(GoldenPack.PathOf(file)));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(Row)];
    }

    private static TextStageRow Row(JsonElement row) => new(
        row.GetProperty("lang").GetString()!, row.GetProperty("input").GetString()!, Value(row, "stage_lower"), Value(row, "stage_numbers"),
        Value(row, "stage_abbreviations"), Value(row, "stage_symbols"), Value(row, "multilingual_cleaners"), Value(row, "preprocess_text"),
        Value(row, "error"));

    private static string? Value(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
