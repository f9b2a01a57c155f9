using XttsSaas.Abstractions.Datasets;
using XttsSaas.Domain.Datasets;

namespace XttsSaas.Domain.Tests.Datasets;

public sealed class SegmentationOptionsValidatorTests
{
    [Fact]
    public void Validate_Defaults_HasNoFaults() =>
        Assert.Empty(SegmentationOptionsValidator.Validate(new SegmentationOptions()).Errors);

    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFieldAtOnce() => Assert.Equal(
        new[] { "minSeconds", "maxSeconds", "targetSeconds", "paddingSeconds", "minPauseSeconds", "vadThreshold" },
        SegmentationOptionsValidator.Validate(new SegmentationOptions(0, 20, 12, -1, 0, 1)).Errors.Select(e => e.Field));

    [Fact]
    public void Validate_TargetAboveMax_NamesBothLimits() => Assert.Equal(
        "targetSeconds is 9; it must lie between minSeconds (1) and maxSeconds (8).",
        Assert.Single(SegmentationOptionsValidator.Validate(new SegmentationOptions(1, 9, 8)).Errors).Message);
}
