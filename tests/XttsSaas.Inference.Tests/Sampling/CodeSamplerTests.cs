using XttsSaas.Inference.Sampling;

namespace XttsSaas.Inference.Tests.Sampling;

public sealed class CodeSamplerTests
{
    private const int Start = 8;
    private const int Stop = 9;

    [Fact]
    public void Next_BeforeTheLeastNumberOfCodes_IsNotTheStop()
    {
        var sampler = new CodeSampler(new SamplingOptions(DoSample: false, RepetitionPenalty: 1, MinCodes: 2), Start, Stop, stream: 0);

        Assert.Equal([3, 3, Stop], Enumerable.Range(0, 3).Select(_ => sampler.Next(Scores())));
    }

    [Fact]
    public void Next_FirstStep_PenalisesTheMadeUpPrefix()
    {
        var sampler = new CodeSampler(new SamplingOptions(DoSample: false, RepetitionPenalty: 10), Start, Stop, stream: 0);
        var scores = new float[10];
        (scores[1], scores[2], scores[Start]) = (5, 1, 6);

        Assert.Equal(2, sampler.Next(scores));
    }

    private static float[] Scores()
    {
        var scores = new float[10];
        (scores[3], scores[Stop]) = (1, 2);
        return scores;
    }
}
