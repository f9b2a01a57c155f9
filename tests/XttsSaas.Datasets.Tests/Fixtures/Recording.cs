using XttsSaas.Audio;
using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Wav;

namespace XttsSaas.Datasets.Tests.Fixtures;

/// <summary>A recording of sentences that were spoken one by one, so that it is known when each one is heard.</summary>
public sealed record Recording(string Path, IReadOnlyList<string> Sentences, IReadOnlyList<TimeRange> Times)
{
    public static readonly string[] Story =
    [
        "The old lighthouse stood at the edge of the cliff, where the wind never rested.",
        "Every evening, the keeper climbed two hundred steps to light the lamp.",
        "He had done it for thirty years.",
        "Nobody in the village remembered a night without its beam.",
        "One autumn a storm came up from the south, stronger than any before it.",
        "The windows broke, and the rain poured in.",
        "Still he carried the oil upstairs, one can after the other.",
        "At midnight a ship appeared between the rocks.",
        "Its captain saw the light, turned the wheel, and passed.",
        "The next morning the sea was calm again.",
        "Children ran down to the beach to look for driftwood and shells.",
        "The keeper slept until noon.",
        "When he woke up there was a basket in front of his door.",
        "Bread, cheese, apples, and a short letter lay in it.",
        "It said only thank you, and it was signed by forty hands.",
    ];

    public string Text => string.Join(' ', Sentences);

    /// <summary>Speaks the sentences with pauses of 0.45–0.85 s between them.</summary>
    public static async Task<Recording> SpeakAsync(Workspace workspace, params string[] sentences)
    {
        const int Rate = 22_050;
        var random = new Random(11);
        List<short> samples = [.. new short[Rate / 2]];
        List<TimeRange> times = [];
        for (var i = 0; i < sentences.Length; i++)
        {
            var file = workspace.PathOf($"sentence-{i}.wav");
            await Speech.SayAsync(sentences[i], file);
            var spoken = WavReader.Read(file).Value!;
            Assert.Equal(Rate, spoken.SampleRate);
            times.Add(new TimeRange(samples.Count / (double)Rate, (samples.Count + spoken.Samples.Length) / (double)Rate));
            samples.AddRange(spoken.Samples);
            samples.AddRange(new short[(int)(Rate * (0.25 + (0.4 * random.NextDouble())))]); // espeak adds 0.2 s itself
        }

        return new Recording(workspace.Write("recording.wav", WavWriter.ToBytes([.. samples], Rate)), sentences, times);
    }
}
