using XttsSaas.Tests.Fuzzing;
using XttsSaas.Training.Data;

namespace XttsSaas.Training.Tests.Data;

public sealed class WaveFileFuzzTests
{
    [Fact]
    public void Parse_DamagedFiles_AreReadOrRefused() => new FuzzRun("wav").Survives<InvalidDataException>(bytes => WaveFile.Parse(bytes));
}
