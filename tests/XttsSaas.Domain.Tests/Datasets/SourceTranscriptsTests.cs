using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Results;
using XttsSaas.Domain.Datasets;

namespace XttsSaas.Domain.Tests.Datasets;

public sealed class SourceTranscriptsTests
{
    private static readonly SourceDraft[] Sources = [Source(1, "a.wav"), Source(2, "b.wav")];

    [Fact]
    public void Check_UnknownFile_NamesIt()
    {
        var error = SourceTranscripts.Check(Sources, new Dictionary<string, string> { ["c.wav"] = "hello", ["a.wav"] = "hi" }).Error!;

        Assert.Equal(ErrorCode.TranscriptFileMissing, error.Code);
        Assert.Contains("c.wav", error.Message);
        Assert.DoesNotContain("a.wav", error.Message);
    }

    [Fact]
    public void Check_ManyUnknownFiles_NamesFiveAndCountsTheRest()
    {
        var texts = Enumerable.Range(0, 8).ToDictionary(i => $"{i}.wav", _ => "hello");

        Assert.Contains("4.wav and 3 more", SourceTranscripts.Check(Sources, texts).Error!.Message);
    }

    [Fact]
    public void Check_EmptyText_IsInvalid() => Assert.Equal(
        ErrorCode.TranscriptInvalid,
        SourceTranscripts.Check(Sources, new Dictionary<string, string> { ["a.wav"] = "  " }).Error?.Code);

    [Fact]
    public void Attach_OneText_ChangesThatSourceOnly()
    {
        var texts = new Dictionary<string, string> { ["b.wav"] = " hello " };

        var (sources, changed) = SourceTranscripts.Attach(Sources, texts);
        var (_, again) = SourceTranscripts.Attach(sources, texts);

        Assert.Equal(new[] { null, "hello" }, sources.Select(s => s.Transcript));
        Assert.Equal(Sources[1].Id, Assert.Single(changed));
        Assert.Empty(again);
    }

    private static SourceDraft Source(int number, string name) =>
        new(Ids.Source(number), Ids.Blob(number), name, 1, 1, 16_000, 1, null);
}
