using System.Diagnostics;
using System.Text.Json.Nodes;
using XttsSaas.Cli.Demo;
using XttsSaas.Cli.Hosting;
using XttsSaas.Xtts.Judging.Recognition;
using XttsSaas.Xtts.Signal;

namespace Integration;

/// <summary>The README's first command, as a newcomer runs it.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Demo_DoesTheWholeJob_AndLeavesNothingRunning()
    {
        var folder = Directory.CreateTempSubdirectory("xtts-demo-test-");
        try
        {
            using var demo = Process.Start("dotnet", [SiblingProgram.Find("XttsSaas.Cli"), "demo", "--out", folder.FullName]);
            await demo.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(0, demo.ExitCode);
            var summary = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "summary.json"), TestContext.Current.CancellationToken))!;
            Assert.True((int)summary["segments"]! >= 20);
            Assert.True((int)summary["steps"]! >= 20);
            Assert.True((double)summary["lastTrainLoss"]! < (double)summary["firstTrainLoss"]!);
            Assert.Equal((long)summary["charactersSent"]!, (long)summary["charactersBilled"]!);
            Assert.Matches("^[0-9a-f]{64}$", (string)summary["checkpointSha256"]!);
            var wavs = summary["wavs"]!.AsArray().Select(w => WavProbe.Read(File.ReadAllBytes((string)w!))).ToList();
            Assert.Equal(3, wavs.Count);
            Assert.All(wavs, wav => Assert.True(wav is { SampleRate: 24_000, Channels: 1, Seconds: > 0, RmsDecibels: > -60 }));
            Assert.Equal((double)summary["audioSeconds"]!, wavs.Sum(w => w.Seconds), 3);
            Assert.Equal(DemoSentences.ToSpeak.Select(Plain), summary["wavs"]!.AsArray().Select(w => Recognised((string)w!)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The sentence that a recogniser hears, of those that the speakers read and those that the new voice was to say.</summary>
    private static string? Recognised(string wav)
    {
        var known = SphinxModel.English.Words();
        var sentences = DemoSentences.ToSpeak.Concat(DemoSentences.ToRead).Select(SpokenWords.Of).Where(words => words.All(known.Contains));
        var spoken = WaveFile.Read(wav);
        using var recogniser = new SphinxRecognizer(SphinxModel.English);
        return recogniser.Recognize(spoken.Samples, spoken.SampleRate, sentences.Select(words => string.Join(' ', words)));
    }

    private static string Plain(string sentence) => string.Join(' ', SpokenWords.Of(sentence));
}
