using XttsSaas.Tests.Training;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;

namespace XttsSaas.Training.Tests.Data;

public sealed class ClipLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ClipLoaderTests() => Directory.CreateDirectory(folder.File("wavs"));

    [Fact]
    public void Load_GoodClip_IsKeptWithItsTokensAndCodes()
    {
        TestWave.WritePcm16(Wave("good"), TestWave.Tone(0, 2));

        var clip = Assert.Single(Load(new MetadataRow("good", "hello"), out var dropped));

        Assert.Empty(dropped);
        Assert.Equal(("good", 44_100, 5), (clip.Name, clip.Samples, clip.TextIds.Length));
        Assert.Equal([7], clip.Codes);
    }

    [Fact]
    public void Load_ClipsThatBreakARule_AreDroppedByNameWithTheReason()
    {
        TestWave.WritePcm16(Wave("short"), TestWave.Tone(0, 0.49));
        TestWave.WritePcm16(Wave("long"), TestWave.Tone(0, 40));
        TestWave.WritePcm16(Wave("rate"), TestWave.Tone(0, 2, 16_000), rate: 16_000);
        TestWave.WritePcm16(Wave("stereo"), TestWave.Tone(0, 2), channels: 2);
        TestWave.WritePcm16(Wave("text"), TestWave.Tone(0, 2));
        var nan = TestWave.Tone(0, 2);
        nan[123] = float.NaN;
        TestWave.WriteFloat(Wave("nan"), nan);
        File.WriteAllText(Wave("fake"), "this is a text file, not a recording");
        File.WriteAllBytes(Wave("empty"), []);
        File.WriteAllBytes(Wave("lies"), File.ReadAllBytes(Wave("text"))[..1000]);

        var clips = Load(
            [
                new("short", "hello"), new("long", "hello"), new("rate", "hello"), new("stereo", "hello"), new("nan", "hello"),
                new("fake", "hello"), new("empty", "hello"), new("lies", "hello"), new("missing", "hello"), new("../escape", "hello"),
                new("text", "  \t"), new("text", new string('x', 201)), new("text", "what?"),
            ],
            out var dropped);

        Assert.Empty(clips);
        Assert.Equal(
            [
                ("short", "it lasts 0.49 s, less than 0.5 s"),
                ("long", "it lasts 40.00 s, more than 11.61 s"),
                ("rate", "its sample rate is 16000 Hz instead of 22050 Hz"),
                ("stereo", "it has 2 channels instead of 1"),
                ("nan", "its sample 123 is not a finite number"),
                ("fake", "it is not a WAV file"),
                ("empty", "it is not a WAV file"),
                ("lies", "its header promises 88200 bytes of audio, the file has 956"),
                ("missing", "its recording is missing from wavs/"),
                ("../escape", "its name is not a plain file name"),
                ("text", "its transcript is blank"),
                ("text", "its transcript has 201 tokens, more than 200"),
                ("text", "its transcript has characters that the model's vocabulary lacks"),
            ],
            dropped.Select(clip => (clip.Name, clip.Reason)));
    }

    [Theory]
    [InlineData("a|raw|normalised", "normalised")]
    [InlineData("a|raw", "raw")]
    [InlineData("a", "")]
    public void TrainingRows_OneToThreeColumns_TakesTheLastText(string line, string text)
    {
        File.WriteAllText(folder.File("metadata_train.csv"), line + "\n\n");

        Assert.Equal(new MetadataRow("a", text), Assert.Single(new LjSpeechFolder(folder.Path).TrainingRows()));
    }

    [Fact]
    public void GetOrAdd_SecondCall_ReadsTheCacheUntilTheRecordingChanges()
    {
        TestWave.WritePcm16(Wave("a"), TestWave.Tone(0, 1));
        var encoded = 0;
        int[] Get() => new CodeCache(folder.File("codes"), "dvae").GetOrAdd(Wave("a"), 2, () => [encoded++, 1023]);

        Assert.Equal([0, 1023], Get());
        Assert.Equal([0, 1023], Get());
        TestWave.WritePcm16(Wave("a"), TestWave.Tone(1, 1));
        Assert.Equal([1, 1023], Get());
    }

    public void Dispose() => folder.Dispose();

    private string Wave(string name) => folder.File(Path.Combine("wavs", name + ".wav"));

    private IReadOnlyList<TrainingClip> Load(MetadataRow row, out IReadOnlyList<XttsSaas.Training.Protocol.DroppedClip> dropped) =>
        Load([row], out dropped);

    private IReadOnlyList<TrainingClip> Load(MetadataRow[] rows, out IReadOnlyList<XttsSaas.Training.Protocol.DroppedClip> dropped)
    {
        var loader = new ClipLoader(
            new LjSpeechFolder(folder.Path),
            new ClipLimits(),
            text => [.. text.Select(character => character == '?' ? 1 : 5)],
            new HashSet<int> { 0, 1 },
            (_, _) => [7]);
        var clips = loader.Load(rows, CancellationToken.None);
        dropped = loader.Dropped;
        return clips;
    }
}
