using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Tests.Transcripts;

public sealed class TranscriptMatcherTests
{
    [Theory]
    [InlineData("talk.mp3")]
    [InlineData("talk")]
    [InlineData("wavs/talk.mp3")]
    [InlineData("C:\\audio\\talk.mp3")]
    [InlineData("TALK.MP3")]
    public void Match_AnyWayToNameIt_FindsTheRecording(string name) =>
        Assert.Equal("Hello.", Match([Line(name, "Hello.")], "talk.mp3", "other.mp3").TextByRecording["talk.mp3"]);

    [Fact]
    public void Match_FileThatWasNotUploaded_IsNamed()
    {
        var match = Match([Line("talk.wav", "Hello."), Line("gone.wav", "Bye.")], "talk.wav");

        var fault = Assert.Single(match.Faults);
        Assert.Equal(TranscriptFaultKind.FileMissing, fault.Kind);
        Assert.Equal("metadata.csv line 1 names gone.wav, which was not uploaded.", fault.Message);
        Assert.Single(match.TextByRecording);
    }

    [Fact]
    public void Match_NameThatFitsTwo_IsAmbiguous() =>
        Assert.Equal(TranscriptFaultKind.Ambiguous, Assert.Single(Match([Line("talk", "Hello.")], "talk.wav", "talk.mp3").Faults).Kind);

    [Fact]
    public void Match_LetterCaseThatTellsThemApart_IsNotAmbiguous() =>
        Assert.Empty(Match([Line("talk.wav", "Hello.")], "talk.wav", "Talk.wav").Faults);

    [Fact]
    public void Match_TwoTextsForOne_IsAContradiction()
    {
        Assert.Equal(TranscriptFaultKind.Contradiction, Assert.Single(Match([Line("a.wav", "One."), Line("a", "Two.")], "a.wav").Faults).Kind);
        Assert.Empty(Match([Line("a.wav", "One."), Line("a", "One.")], "a.wav").Faults);
    }

    private static TranscriptLine Line(string file, string text) => new(file, text, "metadata.csv line 1");

    private static TranscriptMatch Match(TranscriptLine[] lines, params string[] recordings) => TranscriptMatcher.Match(lines, recordings);
}
