using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Transcription.Journal;

namespace XttsSaas.Transcription.Tests.Journal;

public sealed class TranscriptJournalTests : IDisposable
{
    private static readonly ClipTranscript[] Two = [new("a", "Hällo \"you\"\n", "en", 0.5), new("b", "", "", 0)];
    private readonly Workspace _workspace = new();

    private string JournalPath => _workspace.PathOf("job.jsonl");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Open_WhatWasAppended_IsThereAgain()
    {
        Write(Two);

        Assert.Equal(Two, Finished());
    }

    [Fact]
    public void Open_LineCutOffByACrash_IsDroppedAndTheRestStays()
    {
        Write(Two);
        var whole = File.ReadAllBytes(JournalPath);
        for (var cut = 1; cut < 20; cut++)
        {
            File.WriteAllBytes(JournalPath, whole[..^cut]);

            Assert.Equal(Two[..1], Finished());
            Write(Two[1..]);
            Assert.Equal(Two, Finished());
        }
    }

    [Fact]
    public void Open_OtherModelOrLanguage_StartsAnew()
    {
        Write(Two);

        Assert.Empty(Finished(model: "large"));
        Write(Two);
        Assert.Empty(Finished(language: "de"));
    }

    [Fact]
    public void Open_DamagedInTheMiddle_StartsAnew()
    {
        Write(Two);
        var lines = File.ReadAllLines(JournalPath);
        File.WriteAllText(JournalPath, $"{lines[0]}\nrubbish\n{lines[2]}\n");

        Assert.Empty(Finished());
    }

    private void Write(ClipTranscript[] transcripts)
    {
        using var journal = TranscriptJournal.Open(JournalPath, "base", "en");
        journal.Append(transcripts);
    }

    private IReadOnlyList<ClipTranscript> Finished(string model = "base", string language = "en")
    {
        using var journal = TranscriptJournal.Open(JournalPath, model, language);
        return journal.Finished;
    }
}
