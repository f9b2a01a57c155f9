using System.Diagnostics;

namespace XttsSaas.Cli.Demo;

/// <summary>Records long files with espeak-ng: several sentences, each followed by a pause as a reader makes.</summary>
internal sealed class RecordingStudio(DirectoryInfo folder)
{
    private const int SentencesPerRecording = 9;
    private const int PauseHundredthsOfSecond = 45;

    public async Task<IReadOnlyList<Recording>> RecordAsync(DemoSpeaker speaker, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        var recordings = new List<Recording>();
        foreach (var part in sentences.Chunk(SentencesPerRecording))
        {
            var path = Path.Combine(folder.FullName, $"{speaker.Name.ToLowerInvariant()}-{recordings.Count + 1}.wav");
            await SpeakAsync(speaker, part, path, cancellationToken);
            recordings.Add(new Recording(path, string.Join(' ', part)));
        }
        return recordings;
    }

    private static async Task SpeakAsync(DemoSpeaker speaker, IReadOnlyList<string> sentences, string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("espeak-ng") { RedirectStandardInput = true };
        string[] arguments =
        [
            "-v", speaker.EspeakVoice, "-p", $"{speaker.Pitch}", "-s", $"{speaker.WordsPerMinute}", "-m", "-w", path, "--stdin",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new DemoException("espeak-ng could not be started.");
        var pause = $"<break time=\"{PauseHundredthsOfSecond * 10}ms\"/>";
        await process.StandardInput.WriteAsync($"<speak>{string.Join(pause, sentences)}</speak>".AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new DemoException($"espeak-ng ended with code {process.ExitCode} while recording {Path.GetFileName(path)}.");
    }
}
