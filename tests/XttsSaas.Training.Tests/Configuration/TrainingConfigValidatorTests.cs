using XttsSaas.Training.Configuration;

namespace XttsSaas.Training.Tests.Configuration;

public sealed class TrainingConfigValidatorTests
{
    [Fact]
    public void Validate_SeveralFaults_ReportsEveryOne()
    {
        var config = new TrainingConfig
        {
            Steps = 10,
            Epochs = 2,
            BatchSize = 0,
            WarmupSteps = 20,
            LearningRate = double.NaN,
            Lora = new LoraConfig { Rank = 0, Targets = [] },
        };

        var faults = TrainingConfigValidator.Validate(config);

        Assert.Equal(
            [
                "exactly one of steps and epochs must be set",
                "batchSize is 0; must be 1–64",
                "learningRate is NaN; must be 1E-09–1",
                "warmupSteps is 20; must not exceed steps (10)",
                "lora.rank is 0; must be 1–256",
                "lora.targets must name at least one pattern, and none may be blank",
            ],
            faults);
    }

    [Fact]
    public void Validate_ReferenceMaskingWithSingleClips_IsAFault() =>
        Assert.Single(TrainingConfigValidator.Validate(
            new TrainingConfig { Steps = 1, BatchSize = 1, PromptMasking = PromptMasking.Reference }));

    [Fact]
    public void Load_EveryPreset_IsValid()
    {
        foreach (var name in TrainingPresets.Names)
            Assert.Empty(TrainingConfigValidator.Validate(TrainingPresets.Load(name)));
    }

    [Fact]
    public void Load_UnknownPreset_NamesTheKnownOnes()
    {
        var exception = Assert.Throws<ArgumentException>(() => TrainingPresets.Load("huge"));

        Assert.Contains("smoke, lora, full", exception.Message, StringComparison.Ordinal);
    }
}
