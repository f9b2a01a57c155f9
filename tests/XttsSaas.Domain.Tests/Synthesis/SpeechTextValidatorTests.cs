using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Synthesis;
using XttsSaas.Domain.Synthesis;

namespace XttsSaas.Domain.Tests.Synthesis;

public sealed class SpeechTextValidatorTests
{
    [Theory]
    [InlineData(null, ErrorCode.TextEmpty)]
    [InlineData(" \n ", ErrorCode.TextEmpty)]
    [InlineData("...!", ErrorCode.TextEmpty)]
    [InlineData("bell \a", ErrorCode.InvalidRequest)]
    public void Validate_BadText_SaysWhy(string? text, ErrorCode code) =>
        Assert.Equal(code, SpeechTextValidator.Validate(text).Error?.Code);

    [Theory]
    [InlineData("Hello there.")]
    [InlineData("Zeile eins\nZeile zwei\t.")]
    [InlineData("你好")]
    public void Validate_GoodText_Succeeds(string text) => Assert.True(SpeechTextValidator.Validate(text).Succeeded);

    [Fact]
    public void Validate_OverTheLimit_IsTextTooLong()
    {
        Assert.True(SpeechTextValidator.Validate(new string('a', 10_000)).Succeeded);
        Assert.Equal(ErrorCode.TextTooLong, SpeechTextValidator.Validate(new string('a', 10_001)).Error?.Code);
    }

    [Fact]
    public void ValidateSettings_EverythingWrong_ReportsEveryFieldAtOnce()
    {
        Assert.Empty(SpeechSettingsValidator.Validate(new SpeechSettings()).Errors);
        Assert.Equal(
            new[] { "temperature", "topK", "topP", "repetitionPenalty", "speed" },
            SpeechSettingsValidator.Validate(new SpeechSettings(0, 0, 0, 0, 0)).Errors.Select(e => e.Field));
    }
}
