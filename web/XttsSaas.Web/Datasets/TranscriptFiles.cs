using System.Text;

namespace XttsSaas.Web.Datasets;

/// <summary>Reads transcript files of an upload: one .txt per recording, or LJSpeech's metadata.csv.</summary>
public static class TranscriptFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsTranscript(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".txt" or ".csv";

    /// <summary>Text of at most <paramref name="maxBytes"/> bytes of UTF-8, with or without a byte order mark.</summary>
    public static async Task<Result<string>> ReadTextAsync(string fileName, Stream content, int maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
                return new Error(ErrorCode.FileTooLarge, $"{fileName} is larger than the {maxBytes >> 10} KiB that a transcript may have.", "file");
            buffer.Write(chunk, 0, read);
        }
        try
        {
            return StrictUtf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return new Error(ErrorCode.TranscriptInvalid, $"{fileName} is not UTF-8 text; save it as UTF-8.", "file");
        }
    }

    /// <summary>Adds a file's texts to the set, or says what is wrong with it.</summary>
    public static Error? AddTo(TranscriptSet texts, string fileName, string content) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? AddTable(texts, fileName, content)
            : texts.Add(Path.GetFileNameWithoutExtension(fileName), content);

    /// <summary>Lines of name|text or name|text|normalised text; the normalised one wins. A name may end in .wav or not.</summary>
    private static Error? AddTable(TranscriptSet texts, string fileName, string content)
    {
        var number = 0;
        foreach (var line in content.EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            var columns = line.ToString().Split('|');
            if (columns.Length is < 2 or > 3)
                return new Error(ErrorCode.TranscriptInvalid, $"{fileName}, line {number}: expected name|text, found {columns.Length} columns.", "file");
            var text = columns.Length == 3 && !string.IsNullOrWhiteSpace(columns[2]) ? columns[2] : columns[1];
            if (texts.Add(columns[0].Trim(), text) is { } wrong)
                return wrong with { Message = $"{fileName}, line {number}: {wrong.Message}" };
        }
        return number == 0 || texts.IsEmpty ? new Error(ErrorCode.TranscriptInvalid, $"{fileName} has no line of the form name|text.", "file") : null;
    }
}
