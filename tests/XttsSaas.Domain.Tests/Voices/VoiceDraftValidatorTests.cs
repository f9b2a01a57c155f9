using XttsSaas.Abstractions.Results;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Voices;

namespace XttsSaas.Domain.Tests.Voices;

public sealed class VoiceDraftValidatorTests
{
    private static readonly VoiceDraft Good = new("Anna", "de", "xtts-mini", null);

    [Fact]
    public void Validate_GoodDraft_Succeeds() => Assert.True(VoiceDraftValidator.Validate(Good).Succeeded);

    [Fact]
    public void Validate_UnknownLanguage_IsLanguageNotSupported() => Assert.Equal(
        ErrorCode.LanguageNotSupported, VoiceDraftValidator.Validate(Good with { Language = "xx" }).Error?.Code);

    [Theory]
    [InlineData("../../etc")]
    [InlineData("")]
    [InlineData("XTTS")]
    public void Validate_BaseModelThatIsNoFolderName_IsInvalid(string name) => Assert.Equal(
        "baseModel", VoiceDraftValidator.Validate(Good with { BaseModel = name }).Error?.Field);

    [Fact]
    public void Validate_ConsentWithoutWords_IsInvalid()
    {
        var consent = new ConsentStatement("Anna", "yes", Ids.User(1), default);

        Assert.Equal("statement", VoiceDraftValidator.Validate(Good with { Consent = consent }).Error?.Field);
    }

    [Fact]
    public void Validate_SeveralFaults_ListsAllOfThem()
    {
        var message = VoiceDraftValidator.Validate(new VoiceDraft(" ", "xx", "A", null)).Error!.Message;

        Assert.Contains("name is empty", message);
        Assert.Contains("baseModel must", message);
        Assert.Contains("Language must", message);
    }
}
