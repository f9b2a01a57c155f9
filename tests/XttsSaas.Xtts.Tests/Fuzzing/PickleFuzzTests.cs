using XttsSaas.Tests.Fuzzing;
using XttsSaas.Xtts.Pickle;

namespace XttsSaas.Xtts.Tests.Fuzzing;

public sealed class PickleFuzzTests
{
    [Fact]
    public void Read_DamagedPickles_AreReadOrRefused() => new FuzzRun("pickle").Survives<ModelFormatException>(bytes => PickleReader.Read(bytes, "x"));
}
