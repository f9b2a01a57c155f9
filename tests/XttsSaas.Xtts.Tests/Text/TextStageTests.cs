using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Text.Numbers;

namespace XttsSaas.Xtts.Tests.Text;

/// <summary>The reference's own text, stage by stage, for every language but Japanese, whose rows come from another dictionary.</summary>
public sealed class TextStageTests
{
    public static TheoryData<string> Languages => [.. XttsLanguages.All.Except(["ja"])];

    /// <summary>Language, input and cleaned text of tests/fixtures/text/cleaned.tsv: awkward numbers, money, marks and letters.</summary>
    public static TheoryData<string, string, string> AwkwardRows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var cells in File.ReadLines(Path.Combine(GoldenPack.Folder, "..", "text", "cleaned.tsv")).Skip(1).Select(line => line.Split('\t')))
                rows.Add(cells[0], cells[1], cells[2]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Stages_GoldenRowsOfALanguage_AreTheReferences(string language)
    {
        var rows = TextStageRow.Of(language);
        Assert.NotEmpty(rows);
        Assert.All(rows, AssertStages);
    }

    [Theory]
    [MemberData(nameof(AwkwardRows))]
    public void Stages_AwkwardText_IsCleanedAsByTheReference(string language, string input, string cleaned) =>
        Assert.Equal(cleaned, TextCleaner.Stages(input, language).Cleaned);

    [Fact]
    public void Languages_WithNumbersInWords_AreAllButChineseAndJapanese() =>
        Assert.Equal(XttsLanguages.All.Except(["zh-cn", "ja"]).Order(), NumberWords.All.Order());

    private static void AssertStages(TextStageRow row)
    {
        var stages = TextCleaner.Stages(row.Input, row.Language);
        AssertStage(row.Lower, stages.Lower);
        AssertStage(row.Numbers, stages.Numbers);
        AssertStage(row.Abbreviations, stages.Abbreviations);
        AssertStage(row.Symbols, stages.Symbols);
        AssertStage(row.Cleaned, stages.Cleaned);
        AssertStage(row.Spoken, stages.Spoken);
        if (row.Error is not null)
            Assert.DoesNotContain(stages.Spoken, char.IsAsciiDigit);
    }

    private static void AssertStage(string? expected, string actual)
    {
        if (expected is not null)
            Assert.Equal(expected, actual);
    }
}
