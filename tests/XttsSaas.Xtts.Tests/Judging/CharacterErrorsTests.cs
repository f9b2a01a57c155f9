using XttsSaas.Xtts.Judging;

namespace XttsSaas.Xtts.Tests.Judging;

public sealed class CharacterErrorsTests
{
    [Theory]
    [InlineData("Hello, world!", "hello world", 0, 11)]
    [InlineData("kitten", "sitting", 3, 6)]
    [InlineData("The cat.", "", 7, 7)]
    [InlineData("", "noise", 5, 0)]
    [InlineData("Él comió", "el comio", 2, 8)]
    public void Between_TextAndWhatWasHeard_CountsEdits(string text, string heard, int errors, int characters) =>
        Assert.Equal(new CharacterErrors(errors, characters), CharacterErrors.Between(text, heard));
}
