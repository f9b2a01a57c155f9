using XttsSaas.Xtts.Text;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void Split_ShortText_IsOnePart() => Assert.Equal(["Hello there. How are you?"], SentenceSplitter.Split(" Hello there. How are you? ", "en"));

    [Fact]
    public void Split_Sentences_ArePackedUpToTheLimit() =>
        Assert.Equal(["One two. Three.", "Four five six.", "Seven."], SentenceSplitter.Split("One two. Three. Four five six. Seven.", 15));

    [Fact]
    public void Split_LongSentence_IsWrappedAtWhiteSpace() =>
        Assert.Equal(["alpha beta", "gamma", "abcdefghijkl", "mnop."], SentenceSplitter.Split("alpha beta gamma abcdefghijklmnop.", 12));

    [Fact]
    public void Split_ChineseSentences_NeedNoSpaces() => Assert.Equal(["你好。", "再见！"], SentenceSplitter.Split("你好。再见！", 4));

    [Fact]
    public void Split_RandomText_LosesNoCharacterAndKeepsTheLimit()
    {
        const string alphabet = "ab .!?é。\"\n漢😀,";
        for (ulong round = 0; round < 300; round++)
        {
            var length = (int)(WeightFormula.SplitMix(round, 0) % 200);
            var text = string.Concat(Enumerable.Range(1, length).Select(i => alphabet[(int)(WeightFormula.SplitMix(round, (ulong)i) % (ulong)alphabet.Length)]));
            var limit = 2 + (int)(WeightFormula.SplitMix(round, 999) % 30);
            var parts = SentenceSplitter.Split(text, limit);
            Assert.Equal(WithoutSpace(text), WithoutSpace(string.Concat(parts)));
            Assert.All(parts, part => Assert.InRange(part.Length, 1, limit + 1));
        }
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
