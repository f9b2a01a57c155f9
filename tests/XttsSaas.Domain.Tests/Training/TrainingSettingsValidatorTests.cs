using XttsSaas.Abstractions.Training;
using XttsSaas.Domain.Training;

namespace XttsSaas.Domain.Tests.Training;

public sealed class TrainingSettingsValidatorTests
{
    [Fact]
    public void Validate_Defaults_HasNoFaults() =>
        Assert.Empty(TrainingSettingsValidator.Validate(new TrainingSettings()).Errors);

    [Fact]
    public void Validate_EverythingWrong_ReportsEveryFieldAtOnce()
    {
        var faults = TrainingSettingsValidator.Validate(new TrainingSettings((TrainingMode)9, 0, 65, double.NaN, 0, 0, 100_001));

        Assert.Equal(
            new[] { "mode", "steps", "batchSize", "learningRate", "loraRank", "checkpointEvery", "validateEvery" },
            faults.Errors.Select(e => e.Field));
        Assert.Contains("batchSize is 65; it must be 1 to 64.", faults.ToResult().Error!.Message);
    }
}
