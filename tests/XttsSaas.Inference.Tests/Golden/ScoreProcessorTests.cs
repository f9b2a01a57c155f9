using XttsSaas.Inference.Sampling;
using XttsSaas.Tests.Golden;

namespace XttsSaas.Inference.Tests.Golden;

public sealed class ScoreProcessorTests
{
    [Theory]
    [InlineData("gpt_infer_tiny")]
    [InlineData("gpt_infer_tiny_b")]
    public void Processors_InOrder_GiveTheReferencesScores(string name)
    {
        using var golden = GoldenPack.Case(name);
        var seen = golden.OutputIds("proc_input_ids").Distinct().ToArray();
        var scores = golden.Output("proc0_raw");
        ScoreProcessors.RepetitionPenalty(scores, seen, 10);
        golden.AssertClose("proc1_rep10", scores);
        ScoreProcessors.Temperature(scores, 0.75);
        golden.AssertClose("proc2_temp075", scores);
        ScoreProcessors.TopK(scores, 50);
        golden.AssertClose("proc3_top50", scores);
        ScoreProcessors.TopP(scores, 0.85);
        golden.AssertClose("proc4_top085", scores);
        golden.AssertClose("proc5_probs", Array.ConvertAll(ScoreProcessors.Softmax(scores), probability => (float)probability));

        var other = golden.Output("proc0_raw");
        ScoreProcessors.RepetitionPenalty(other, seen, 2);
        ScoreProcessors.Temperature(other, 0.65);
        ScoreProcessors.TopK(other, 30);
        ScoreProcessors.TopP(other, 0.8);
        golden.AssertClose("alt_rep2_t065_k30_p08", other);
    }
}
