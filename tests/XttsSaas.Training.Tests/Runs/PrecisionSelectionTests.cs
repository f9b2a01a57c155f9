using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;
using static TorchSharp.torch;

namespace XttsSaas.Training.Tests.Runs;

public sealed class PrecisionSelectionTests
{
    private static readonly Device Card = new(DeviceType.CUDA, 0);

    [Theory]
    [InlineData(9.0, PrecisionKind.Bf16)]
    [InlineData(8.0, PrecisionKind.Bf16)]
    [InlineData(7.5, PrecisionKind.Fp16)]
    [InlineData(null, PrecisionKind.Fp16)]
    public void Choose_AutoOnACard_FollowsItsGeneration(double? capability, PrecisionKind expected) =>
        Assert.Equal(expected, PrecisionSelection.Choose(PrecisionKind.Auto, Card, () => capability));

    [Theory]
    [InlineData(PrecisionKind.Fp32)]
    [InlineData(PrecisionKind.Bf16)]
    [InlineData(PrecisionKind.Fp16)]
    public void Choose_GivenOnACard_IsTaken(PrecisionKind kind) =>
        Assert.Equal(kind, PrecisionSelection.Choose(kind, Card, NotAsked));

    [Theory]
    [InlineData(PrecisionKind.Auto, PrecisionKind.Fp32)]
    [InlineData(PrecisionKind.Fp32, PrecisionKind.Fp32)]
    [InlineData(PrecisionKind.Bf16, PrecisionKind.Bf16)]
    public void Choose_OnTheCpu_IsFullUnlessBf16IsGiven(PrecisionKind kind, PrecisionKind expected) =>
        Assert.Equal(expected, PrecisionSelection.Choose(kind, CPU, NotAsked));

    [Fact]
    public void Choose_Fp16OnTheCpu_IsRefusedAndNamesBf16()
    {
        var refused = Assert.Throws<TrainingException>(() => PrecisionSelection.Choose(PrecisionKind.Fp16, CPU, NotAsked));

        Assert.Equal(WorkerCodes.DeviceUnavailable, refused.Code);
        Assert.Contains("use 'Bf16'", refused.Message, StringComparison.Ordinal);
    }

    private static double? NotAsked() => throw new InvalidOperationException("The card was asked.");
}
