using XttsSaas.Xtts.Text.Japanese;

namespace XttsSaas.Xtts.Tests.Text.Japanese;

public sealed class JapaneseNormalizationTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３！？", "ABC123!?")]
    [InlineData("ｶﾞｷﾞﾊﾟﾋﾟｳﾞ", "ガギパピヴ")]
    [InlineData("か\u3099は\u309A", "がぱ")]
    [InlineData("｢ｱｰ｣､｡", "「アー」、。")]
    [InlineData("　…℃", " ...°C")]
    [InlineData("漢字ｶﾅ", "漢字カナ")]
    public void Normalize_Variants_BecomeOneForm(string text, string expected) => Assert.Equal(expected, JapaneseNormalization.Normalize(text));
}
