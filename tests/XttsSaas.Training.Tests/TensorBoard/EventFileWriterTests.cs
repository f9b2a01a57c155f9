using System.Text;
using XttsSaas.Training.TensorBoard;

namespace XttsSaas.Training.Tests.TensorBoard;

public sealed class EventFileWriterTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StandingClock clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_250));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Crc32C_CheckValueOfTheStandard_IsReached()
    {
        var digits = "123456789"u8;

        Assert.Equal(0xE3069283, MaskedChecksum.Crc32C(digits));
        Assert.Equal(0xE3069283, EventFile.Crc32C(digits));
    }

    [Fact]
    public void Constructor_NamesTheFileAfterTimeAndHostAndStatesTheVersion()
    {
        using var writer = new EventFileWriter(folder.Path, clock);

        Assert.Equal(folder.File($"events.out.tfevents.1700000000.{Environment.MachineName}"), writer.FilePath);
        var only = Assert.Single(EventFile.Read(writer.FilePath));
        Assert.Equal(("brain.Event:2", 1_700_000_000.25), (only.FileVersion, only.WallTime));
    }

    [Fact]
    public void Constructor_ThirdTimeInASecond_KeepsTheEarlierFiles()
    {
        for (var start = 1; start <= 3; start++)
        {
            using var writer = new EventFileWriter(folder.Path, clock);
            writer.WriteStart(start);
        }

        var files = Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal([1L, 2, 3], files.Select(file => EventFile.Read(file)[^1].Step));
    }

    [Fact]
    public void WriteScalars_AnyNumbers_AreReadBackWhileTheFileIsOpen()
    {
        using var writer = new EventFileWriter(folder.Path, clock);
        writer.WriteScalars(300, ("loss/total", 1.5), ("grad_norm", double.NaN), ("ä", -1e30));
        writer.WriteScalars(int.MaxValue, ("loss/total", 0));

        var events = EventFile.Read(writer.FilePath);

        Assert.Equal(3, events.Count);
        Assert.Equal(300, events[1].Step);
        Assert.Equal(new Dictionary<string, float> { ["loss/total"] = 1.5f, ["grad_norm"] = float.NaN, ["ä"] = -1e30f }, events[1].Scalars);
        Assert.Equal((int.MaxValue, 0f), (events[2].Step, events[2].Scalars["loss/total"]));
    }

    [Fact]
    public void WriteStart_Step_IsASessionStart()
    {
        using var writer = new EventFileWriter(folder.Path, clock);
        writer.WriteStart(41);

        var start = EventFile.Read(writer.FilePath)[1];

        Assert.True(start.Start);
        Assert.Equal(41, start.Step);
    }

    [Fact]
    public void WriteAudio_Wave_IsReadBack()
    {
        var wave = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("RIFF", 100)));
        using var writer = new EventFileWriter(folder.Path, clock);
        writer.WriteAudio("sample/0", 50, wave, sampleRate: 24_000, frames: 178);

        var recorded = EventFile.Read(writer.FilePath)[1];

        Assert.Equal(50, recorded.Step);
        var audio = recorded.Audio!;
        Assert.Equal(("sample/0", 24_000f, 1L, 178L, "audio/wav"), (audio.Tag, audio.SampleRate, audio.Channels, audio.Frames, audio.ContentType));
        Assert.Equal(wave, audio.Encoded);
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
