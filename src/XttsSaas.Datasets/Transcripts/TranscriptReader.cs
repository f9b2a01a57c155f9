using System.Text;

namespace XttsSaas.Datasets.Transcripts;

/// <summary>
/// Reads the transcripts that customers have:
/// <list type="bullet">
/// <item>LJSpeech: <c>id|text</c> or <c>id|text|normalised</c>, no header; the normalised text wins.</item>
/// <item>Coqui: a header that names the columns <c>audio_file</c> and <c>text</c>, in any order, among others.</item>
/// <item>One <c>.txt</c> file per recording, of the same name.</item>
/// </list>
/// </summary>
public static class TranscriptReader
{
    private static readonly string[] FileColumns = ["audio_file", "file_name", "file", "id", "path"];
    private static readonly string[] TextColumns = ["text", "transcription", "transcript", "sentence"];

    /// <summary>Reads one file by its name's ending: .txt is the text of a recording, anything else is a table.</summary>
    public static TranscriptImport Read(string fileName, byte[] content)
    {
        string text;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Fault(TranscriptFaultKind.Malformed, $"{fileName} is not UTF-8 text; save it as UTF-8.");
        }

        return Path.GetExtension(fileName).Equals(".txt", StringComparison.OrdinalIgnoreCase)
            ? ReadText(fileName, text)
            : ReadTable(fileName, text);
    }

    private static TranscriptImport ReadText(string fileName, string content)
    {
        var text = TranscriptText.Clean(content);
        return TranscriptText.Speaks(text)
            ? new TranscriptImport([new TranscriptLine(Path.GetFileNameWithoutExtension(fileName), text, fileName)], [])
            : Fault(TranscriptFaultKind.EmptyText, $"{fileName} holds no text.");
    }

    private static TranscriptImport ReadTable(string fileName, string content)
    {
        List<TranscriptLine> lines = [];
        List<TranscriptFault> faults = [];
        (int File, int Text)? columns = null;
        var number = 0;
        foreach (var row in content.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(row))
                continue;
            var origin = $"{fileName} line {number}";
            var cells = row.Split('|');
            if (number == 1 && Header(cells) is { } header)
            {
                columns = header;
                continue;
            }

            Read(cells, columns, origin, lines, faults);
        }

        if (lines.Count == 0 && faults.Count == 0)
            faults.Add(new TranscriptFault(TranscriptFaultKind.Malformed, $"{fileName} holds no lines."));
        return new TranscriptImport(lines, faults);
    }

    private static void Read(string[] cells, (int File, int Text)? columns, string origin, List<TranscriptLine> lines, List<TranscriptFault> faults)
    {
        var (fileColumn, textColumn) = columns ?? (0, cells.Length > 2 && TranscriptText.Speaks(cells[2]) ? 2 : 1);
        if (cells.Length <= Math.Max(fileColumn, textColumn) || string.IsNullOrWhiteSpace(cells[fileColumn]))
        {
            faults.Add(new TranscriptFault(TranscriptFaultKind.Malformed, $"{origin} must read: file name | text."));
            return;
        }

        var file = cells[fileColumn].Trim();
        var text = TranscriptText.Clean(cells[textColumn]);
        if (TranscriptText.Speaks(text))
            lines.Add(new TranscriptLine(file, text, origin));
        else
            faults.Add(new TranscriptFault(TranscriptFaultKind.EmptyText, $"{origin} has no text for {file}."));
    }

    private static (int File, int Text)? Header(string[] cells)
    {
        var names = Array.ConvertAll(cells, cell => cell.Trim().ToLowerInvariant());
        var file = Array.FindIndex(names, name => FileColumns.Contains(name));
        var text = Array.FindIndex(names, name => TextColumns.Contains(name));
        return file >= 0 && text >= 0 ? (file, text) : null;
    }

    private static TranscriptImport Fault(TranscriptFaultKind kind, string message) => new([], [new TranscriptFault(kind, message)]);
}
