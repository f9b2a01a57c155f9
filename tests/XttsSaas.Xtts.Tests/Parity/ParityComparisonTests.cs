using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Parity;

public sealed class ParityComparisonTests
{
    private static readonly Tolerance Tolerance = new(0.1, 0.01);

    [Fact]
    public void Values_WithinBothTolerances_Pass() =>
        Assert.True(ParityComparison.Values("x", [100.9f, 0.09f], [100f, 0f], Tolerance).Passed);

    [Theory]
    [InlineData(101.2f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Values_OneOutside_FailAtItsPlace(float actual)
    {
        var verdict = ParityComparison.Values("x", [1f, actual], [1f, 100f], Tolerance);

        Assert.False(verdict.Passed);
        Assert.StartsWith("[1]", verdict.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_InfinitePlaces_MustBeTheSame()
    {
        Assert.True(ParityComparison.Values("x", [float.NegativeInfinity, 1f], [float.NegativeInfinity, 1f], Tolerance).Passed);
        Assert.False(ParityComparison.Values("x", [-1e30f, 1f], [float.NegativeInfinity, 1f], Tolerance).Passed);
    }

    [Fact]
    public void Values_OtherLength_Fail() => Assert.Contains("2 values", ParityComparison.Values("x", [1f], [1f, 2f], Tolerance).Fault, StringComparison.Ordinal);

    [Fact]
    public void Values_GiveTheErrorsNormOverTheReferences() =>
        Assert.Equal(0.1, ParityComparison.Values("x", [3.3f, 4.4f], [3f, 4f], Tolerance).Relative, 1e-6);

    [Fact]
    public void Leading_Block_TakesTheFirstOfEveryAxis() =>
        Assert.Equal([0f, 1f, 3f, 4f], ParityOutput.Of("x", [0, 1, 2, 3, 4, 5, 6, 7, 8], new TensorShape(3, 3)).Leading(new TensorShape(2, 2)).Values!);

    [Fact]
    public void Leading_LongerThanTheOutput_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ParityOutput.Of("x", [0, 1], new TensorShape(2)).Leading(new TensorShape(3)));
}
