using XttsSaas.Xtts.Weights;

namespace XttsSaas.Xtts.Tests.Weights;

public sealed class WeightFormulaTests
{
    [Fact]
    public void Hash_PublishedVectors_AreMet()
    {
        Assert.Equal(0xaf63dc4c8601ec8cUL, WeightFormula.Hash("a"));
        Assert.Equal(0x8d30dc6ed8231745UL, WeightFormula.Hash("xtts-golden-v1/mel_stats"));
        Assert.Equal(0x8ba521884035b4e9UL, WeightFormula.SplitMix(0x8d30dc6ed8231745, 0));
        Assert.Equal(0x65ac2bf53d209ab1UL, WeightFormula.SplitMix(0x8d30dc6ed8231745, 2));
    }

    [Fact]
    public void Fill_MelStats_GivesThePublishedValues()
    {
        var values = new float[80];
        WeightFormula.Fill(values, "xtts-golden-v1/mel_stats", 4, 1);
        Assert.Equal([4.090976715087891f, 3.9923043251037598f, 3.7943167686462402f, 4.117663383483887f], [values[0], values[1], values[2], values[79]]);
        var tail = new float[1];
        WeightFormula.Fill(tail, "xtts-golden-v1/mel_stats", 4, 1, first: 79);
        Assert.Equal(values[79], tail[0]);
    }
}
