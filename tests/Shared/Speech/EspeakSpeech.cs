using System.Diagnostics;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Tests.Speech;

/// <summary>Real speech for tests, spoken by espeak-ng.</summary>
internal static class EspeakSpeech
{
    public static readonly string[] Sentences =
    [
        "My neighbor paints her front door every second spring.",
        "Could you pass me the salt before the soup gets cold?",
        "The orchestra tuned up while people were finding their seats.",
        "Two firefighters rescued a kitten from the chimney.",
        "I need a stronger cup of coffee than this one.",
        "Wild geese flew south in a wide, noisy arrow.",
        "The carpet smelled of dust and lavender.",
        "Thunder rolled across the valley just after midnight.",
        "Lunch was nothing more than crackers and a pear.",
        "Why would anyone steal a broken bicycle?",
        "The baby finally fell asleep around sunrise.",
        "Honey never spoils if you keep the jar closed.",
    ];

    /// <param name="text">What to say.</param>
    /// <param name="voice">A voice of espeak-ng with its variant.</param>
    /// <param name="pitch">0–99.</param>
    /// <param name="wordsPerMinute">The speed.</param>
    public static WaveFile Say(string text, string voice = "en-us+m3", int pitch = 50, int wordsPerMinute = 165)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "espeak-ng", ["-v", voice, "-p", $"{pitch}", "-s", $"{wordsPerMinute}", "--stdout", text]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return WaveFile.Parse(WithLength(output.ToArray()));
    }

    /// <summary>A stream's header cannot know how long the audio becomes; it is put right here.</summary>
    private static byte[] WithLength(byte[] wav)
    {
        const int header = 44;
        BitConverter.TryWriteBytes(wav.AsSpan(header - 4), wav.Length - header);
        return wav;
    }
}
