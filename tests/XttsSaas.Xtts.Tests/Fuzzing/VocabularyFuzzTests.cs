using XttsSaas.Tests.Fuzzing;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Tests.Fuzzing;

public sealed class VocabularyFuzzTests
{
    [Fact]
    public void Parse_DamagedVocabularies_AreReadOrRefused() => new FuzzRun("vocab").Survives<ModelFormatException>(bytes => XttsTokenizer.Parse(bytes));
}
