using XttsSaas.Audio.Wav;
using XttsSaas.Tests.Fuzzing;

namespace XttsSaas.Audio.Tests.Fuzzing;

public sealed class WavFuzzTests
{
    /// <summary>A result for whatever bytes come; no exception is documented, so none counts as survived.</summary>
    [Fact]
    public void Read_DamagedFiles_AreReadOrRefused() => new FuzzRun("wav").Survives<AudioException>(bytes =>
    {
        var read = WavReader.Read(new MemoryStream(bytes));
        if (read is { Succeeded: true, Value: { } audio })
            Assert.InRange(audio.Samples.Length, 0, bytes.Length / 2);
        else
            Assert.NotEmpty(read.Error!.Message);
    });
}
