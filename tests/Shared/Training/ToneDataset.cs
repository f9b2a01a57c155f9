namespace XttsSaas.Tests.Training;

/// <summary>An LJSpeech folder of gliding tones, each with two words for a transcript.</summary>
internal sealed class ToneDataset
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven"];

    public ToneDataset(string folder, int trainingClips, int validationClips)
    {
        Folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "wavs"));
        WriteSplit("metadata_train.csv", 0, trainingClips);
        WriteSplit("metadata_val.csv", trainingClips, validationClips);
    }

    public string Folder { get; }

    public string Wave(string name) => Path.Combine(Folder, "wavs", name + ".wav");

    /// <summary>Replaces a metadata file by <paramref name="count"/> clips, <c>tone{first}</c> the first one, and writes their recordings.</summary>
    public void WriteSplit(string file, int first, int count)
    {
        var rows = Enumerable.Range(first, count).Select(i => $"tone{i}||{Words[i % Words.Length]} {Words[(i + 3) % Words.Length]}");
        File.WriteAllLines(Path.Combine(Folder, file), rows);
        for (var i = first; i < first + count; i++)
            TestWave.WritePcm16(Wave($"tone{i}"), TestWave.Tone(i, 0.8 + (0.2 * (i % 4))));
    }
}
