using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Training.Tests.Data;

public sealed class PromptSegmentTests
{
    [Fact]
    public void Draw_LongClip_StaysWithinItAndBetween3And6Seconds()
    {
        for (var position = 0; position < 200; position++)
        {
            var range = PromptSegment.Draw(200_000, new SeededStream(1, "prompt", position));

            Assert.InRange(range.Length, 66_150, 132_300);
            Assert.InRange(range.Start, 0, 200_000 - range.Length);
        }
    }

    [Fact]
    public void Draw_ShortClip_TakesHalfOfIt() =>
        Assert.Equal(15_000, PromptSegment.Draw(30_001, new SeededStream(1, "prompt")).Length);

    [Theory]
    [InlineData(200_000, 99_225)]
    [InlineData(99_225, 99_225)]
    [InlineData(99_224, 49_612)]
    public void ForValidation_AnyClip_StartsAtItsBeginning(int samples, int length) =>
        Assert.Equal(new SampleRange(0, length), PromptSegment.ForValidation(samples));
}
