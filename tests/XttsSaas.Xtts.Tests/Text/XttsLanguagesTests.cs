using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Tests.Text;

public sealed class XttsLanguagesTests
{
    [Fact]
    public void ExceedsLimit_CountsCharacters()
    {
        Assert.False(XttsLanguages.ExceedsLimit(new string('字', 82), "zh-cn"));
        Assert.True(XttsLanguages.ExceedsLimit(new string('字', 83), "zh-cn"));
        Assert.False(XttsLanguages.ExceedsLimit(string.Concat(Enumerable.Repeat("😀", 71)), "ja"));
        Assert.Throws<ArgumentException>(() => XttsLanguages.ExceedsLimit("a", "xx"));
    }
}
