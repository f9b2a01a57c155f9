using System.Diagnostics;

namespace Browser;

/// <summary>Spoken recordings with known text, made by espeak-ng.</summary>
internal static class Recordings
{
    public const string EspeakNg = "/usr/bin/espeak-ng";

    private static readonly string[] Texts =
    [
        "The quick brown fox jumps over the lazy dog. She sells sea shells by the sea shore. Every good boy does fine at the end of the day.",
        "A stitch in time saves nine, they say. Please call Stella and ask her to bring these things from the store. It was a bright cold day in April.",
        "The old harbour lies quiet in the morning. Two ships are waiting for the tide. Nobody on the pier says a word about it.",
    ];

    /// <summary>Writes take-1.wav, take-2.wav, … with a .txt beside each, and returns all paths.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(string folder, int count)
    {
        Assert.SkipUnless(File.Exists(EspeakNg), $"{EspeakNg} is missing; install the Debian package espeak-ng");
        var files = new List<string>();
        for (var i = 1; i <= count; i++)
        {
            var text = Texts[(i - 1) % Texts.Length];
            var wav = Path.Combine(folder, $"take-{i}.wav");
            await SpeakAsync(text, wav, wordsPerMinute: 130 + (10 * i));
            var transcript = Path.ChangeExtension(wav, ".txt");
            await File.WriteAllTextAsync(transcript, text);
            files.Add(wav);
            files.Add(transcript);
        }
        return files;
    }

    private static async Task SpeakAsync(string text, string path, int wordsPerMinute)
    {
        using var process = Process.Start(EspeakNg, ["-v", "en", "-s", $"{wordsPerMinute}", "-w", path, text]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
