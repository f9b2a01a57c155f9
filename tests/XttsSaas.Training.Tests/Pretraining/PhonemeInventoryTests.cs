using XttsSaas.Training.Pretraining.Features;
using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Training.Tests.Pretraining;

public sealed class PhonemeInventoryTests
{
    [Fact]
    public void PerCode_Spans_NamesThePhonemeInTheMiddleOfEachCode()
    {
        var clip = Clip(new PhonemeSpan("a", 0, 1500), new PhonemeSpan(PhonemeSpan.Pause, 1500, 2600), new PhonemeSpan("b", 2600, 5000));
        var inventory = new PhonemeInventory([clip]);

        // The middles of the codes lie at 512, 1536, 2560, 3584, 4608.
        Assert.Equal([1, 0, 0, 2, 2], inventory.PerCode(clip, codes: 5, samplesPerCode: 1024));
        Assert.Equal(3, inventory.Count);
    }

    [Fact]
    public void PerCode_SymbolThatTrainingNeverHad_IsNumberZero()
    {
        var inventory = new PhonemeInventory([Clip(new PhonemeSpan("a", 0, 1024))]);

        Assert.Equal([0, 1], inventory.PerCode(Clip(new PhonemeSpan("z", 0, 1024), new PhonemeSpan("a", 1024, 2048)), codes: 2, samplesPerCode: 1024));
    }

    private static CorpusClip Clip(params PhonemeSpan[] spans) => new("c", "wavs/c.wav", "s000", "en", 5120, "text", spans);
}
