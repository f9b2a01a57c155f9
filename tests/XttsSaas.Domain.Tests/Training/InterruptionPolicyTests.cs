using XttsSaas.Domain.Training;

namespace XttsSaas.Domain.Tests.Training;

public sealed class InterruptionPolicyTests
{
    private readonly InterruptionPolicy _policy = new();

    [Fact]
    public void DelayAfter_Interruptions_DoublesUpToTheMaximum() => Assert.Equal(
        new double[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 },
        Enumerable.Range(1, 9).Select(i => _policy.DelayAfter(i)!.Value.TotalSeconds));

    [Fact]
    public void DelayAfter_TooManyWithoutProgress_GivesUp() => Assert.Null(_policy.DelayAfter(10));
}
