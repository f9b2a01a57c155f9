using System.Text;
using System.Text.Json;

namespace XttsSaas.Transcription.Journal;

/// <summary>
/// A job's finished transcripts, one JSON line each, in a file that only grows. The first line says which model and
/// language they were made with; with another of either the journal starts anew. Lines are written together and flushed
/// to the disk; a line that a crash cut off is dropped when the journal is opened.
/// </summary>
internal sealed class TranscriptJournal : IDisposable
{
    private readonly FileStream _file;

    private TranscriptJournal(FileStream file, IReadOnlyList<ClipTranscript> finished) => (_file, Finished) = (file, finished);

    /// <summary>What earlier runs finished, in the order in which they did.</summary>
    public IReadOnlyList<ClipTranscript> Finished { get; }

    public static TranscriptJournal Open(string path, string model, string? language)
    {
        var header = JsonSerializer.Serialize(new { model, language });
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var content = new byte[file.Length];
            file.ReadExactly(content);
            var whole = content.AsSpan().LastIndexOf((byte)'\n') + 1;
            string[] lines = Encoding.UTF8.GetString(content.AsSpan(0, whole)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 0 && lines[0] == header && Parse(lines[1..]) is { } finished)
            {
                file.SetLength(whole);
                file.Position = whole;
                return new TranscriptJournal(file, finished);
            }

            file.SetLength(0);
            var journal = new TranscriptJournal(file, []);
            journal.Write(header + "\n");
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Returns when the transcripts are on the disk.</summary>
    public void Append(IEnumerable<ClipTranscript> transcripts) =>
        Write(string.Concat(transcripts.Select(transcript => JsonSerializer.Serialize(transcript) + "\n")));

    public void Dispose() => _file.Dispose();

    private static List<ClipTranscript>? Parse(string[] lines)
    {
        try
        {
            return [.. lines.Select(line => JsonSerializer.Deserialize<ClipTranscript>(line)!)];
        }
        catch (JsonException)
        {
            // Damaged in the middle: nothing in it can be trusted.
            return null;
        }
    }

    private void Write(string text)
    {
        _file.Write(Encoding.UTF8.GetBytes(text));
        _file.Flush(flushToDisk: true);
    }
}
