using XttsSaas.Tests.Fuzzing;
using XttsSaas.Xtts.Signal;

namespace XttsSaas.Xtts.Tests.Signal;

public sealed class WaveFileFuzzTests
{
    [Fact]
    public void Parse_DamagedFiles_AreReadOrRefused() => new FuzzRun("wav").Survives<InvalidDataException>(bytes => WaveFile.Parse(bytes));
}
