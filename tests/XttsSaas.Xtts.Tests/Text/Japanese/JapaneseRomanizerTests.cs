using XttsSaas.Xtts.Text.Japanese;

namespace XttsSaas.Xtts.Tests.Text.Japanese;

public sealed class JapaneseRomanizerTests
{
    private const double LeastShare = 0.95;

    [Fact]
    public void Romanize_FixtureRows_AreNearlyAllTheReferencesText()
    {
        RequireDictionary();
        var differences = TextFixtures.Differences("japanese.json", "input", "romanized", JapaneseRomanizer.Romanize);
        var share = 1 - ((double)differences.Count / TextFixtures.Rows("japanese.json").Count);
        Assert.True(share >= LeastShare, $"{share:P1} of the rows agree.\n{string.Join('\n', differences)}");
    }

    [Theory]
    [InlineData("私は東京へ行きます。", "watakushi wa tokyo e ikimasu.")]
    [InlineData("トイレはどこですか？", "toilet wa doko desu ka?")]
    [InlineData("ﾊﾟｿｺﾝ", "personal computer")]
    [InlineData("Hello, world!", "hello, world!")]
    [InlineData("「本」を読んだ", "\"hon\" wo yonda")]
    [InlineData("やっちゃった", "yacchatta")]
    [InlineData("1,500円", "1,500 en")]
    [InlineData("😀", "")]
    [InlineData("  ", "")]
    [InlineData("", "")]
    public void Romanize_Text_IsSpelledAsTheReferenceDoes(string text, string expected)
    {
        RequireDictionary();
        Assert.Equal(expected, JapaneseRomanizer.Romanize(text));
    }

    [Fact]
    public void Romanize_OnManyThreads_GivesTheSameText()
    {
        RequireDictionary();
        var texts = new string[200];
        Parallel.For(0, texts.Length, i => texts[i] = JapaneseRomanizer.Romanize("新橋行きの電車に乗った。"));
        Assert.All(texts, text => Assert.Equal("shinbashiiki no densha ni notta.", text));
    }

    [Fact]
    public void Romanize_TextTooLong_IsRefusedBeforeTheDictionaryIsAsked() =>
        Assert.Contains("20000", Assert.Throws<ArgumentException>(() => JapaneseRomanizer.Romanize(new string('あ', JapaneseRomanizer.MaxLength + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Unavailable_WithoutTheDictionary_SaysWhatToInstall() =>
        Assert.True(JapaneseRomanizer.Unavailable is not { } reason || reason.Contains("apt-get install libmecab2 mecab-ipadic-utf8", StringComparison.Ordinal));

    private static void RequireDictionary() => Assert.SkipWhen(JapaneseRomanizer.Unavailable is not null, JapaneseRomanizer.Unavailable ?? "");
}
