using System.Text;
using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Tests.Transcripts;

public sealed class TranscriptReaderTests
{
    [Fact]
    public void Read_LjSpeechTable_TakesTheNormalisedText()
    {
        var import = Read("metadata.csv", "LJ001-0001|Dr. Who, 12|Doctor Who, twelve\nLJ001-0002|Plain.|\nLJ001-0003|Two columns.\n");

        Assert.Empty(import.Faults);
        Assert.Equal(["Doctor Who, twelve", "Plain.", "Two columns."], import.Lines.Select(line => line.Text));
        Assert.Equal("metadata.csv line 2", import.Lines[1].Origin);
    }

    [Fact]
    public void Read_CoquiTable_FollowsItsHeader()
    {
        var import = Read("metadata_train.csv", "audio_file|text|speaker_name\r\nwavs/a.wav|Hello there.|@X\r\n");

        Assert.Equal(new TranscriptLine("wavs/a.wav", "Hello there.", "metadata_train.csv line 2"), Assert.Single(import.Lines));
    }

    [Fact]
    public void Read_TextFile_IsTheTextOfTheRecordingOfItsName()
    {
        var import = Read("talk.txt", "\uFEFFFirst line.\n\n Second\tline. \n");

        Assert.Equal(new TranscriptLine("talk", "First line. Second line.", "talk.txt"), Assert.Single(import.Lines));
    }

    [Fact]
    public void Read_FaultyLines_NamesEachOfThem()
    {
        var import = Read("metadata.csv", "a.wav|good\nno separator\nb.wav|  \n|text without a file\n");

        Assert.Single(import.Lines);
        Assert.Equal(
            ["metadata.csv line 2 must read: file name | text.", "metadata.csv line 3 has no text for b.wav.", "metadata.csv line 4 must read: file name | text."],
            import.Faults.Select(fault => fault.Message));
    }

    [Theory]
    [InlineData("metadata.csv", "", TranscriptFaultKind.Malformed)]
    [InlineData("a.txt", " \n", TranscriptFaultKind.EmptyText)]
    [InlineData("a.txt", "...", TranscriptFaultKind.EmptyText)]
    public void Read_NothingToSay_IsAFault(string name, string content, TranscriptFaultKind kind) =>
        Assert.Equal(kind, Assert.Single(Read(name, content).Faults).Kind);

    [Fact]
    public void Read_NotUtf8_SaysSo() =>
        Assert.Contains("UTF-8", Assert.Single(TranscriptReader.Read("metadata.csv", [0x61, 0x7C, 0xFF, 0xFE]).Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            if (round % 2 == 0)
                bytes = Array.ConvertAll(bytes, value => "|\n\r a.".Select(letter => (byte)letter).ElementAt(value % 6));

            var import = TranscriptReader.Read("metadata.csv", bytes);

            Assert.True(import.Lines.Count + import.Faults.Count > 0);
        }
    }

    private static TranscriptImport Read(string name, string content) => TranscriptReader.Read(name, Encoding.UTF8.GetBytes(content));
}
