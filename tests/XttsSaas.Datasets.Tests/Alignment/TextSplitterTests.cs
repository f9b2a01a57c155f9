using XttsSaas.Datasets.Alignment;

namespace XttsSaas.Datasets.Tests.Alignment;

public sealed class TextSplitterTests
{
    [Theory]
    [InlineData("Dr. Smith paid 3.50 euros. He left!", "Dr. Smith paid 3.50 euros.|He left!")]
    [InlineData("She said: \"Go home.\" Then, silence...", "She said:|\"Go home.\"|Then,|silence...")]
    [InlineData("J. R. Tolkien wrote it. Really?!", "J. R. Tolkien wrote it.|Really?!")]
    [InlineData("你好。再见！", "你好。|再见！")]
    [InlineData("no mark at all", "no mark at all")]
    [InlineData("One. – Two.", "One. –|Two.")]
    public void Split_Text_EndsUnitsAtMarks(string text, string expected) =>
        Assert.Equal(expected.Split('|'), TextSplitter.Split(text, 1000).Select(unit => unit.Text));

    [Fact]
    public void Split_Marks_TellSentencesFromClauses() =>
        Assert.Equal([UnitEnd.Clause, UnitEnd.Sentence, UnitEnd.Sentence], TextSplitter.Split("Well, yes. Good", 100).Select(unit => unit.End));

    [Fact]
    public void Split_LongClause_IsCutAtWordsBelowTheLimit()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 50));

        var units = TextSplitter.Split(text, 60);

        Assert.All(units, unit => Assert.InRange(unit.Weight, 1, 61));
        Assert.All(units.SkipLast(1), unit => Assert.Equal(UnitEnd.Word, unit.End));
        Assert.Equal(text, string.Join(' ', units.Select(unit => unit.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ... ")]
    public void Split_NothingToSay_GivesNothing(string text) => Assert.Empty(TextSplitter.Split(text, 100));
}
