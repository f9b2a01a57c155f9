using System.Text.Json.Nodes;
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
            BatchSize = 65,
            WarmupSteps = 20,
            LearningRate = double.NaN,
            Lora = new LoraConfig { Rank = 0, Targets = [] },
        };

        var faults = TrainingConfigValidator.Validate(config);

        Assert.Equal(
            [
                "exactly one of steps and epochs must be set",
                "batchSize is 65; must be 0–64",
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
            new TrainingConfig { Steps = 1, BatchSize = 1, PromptSource = PromptSource.OwnClip, PromptMasking = PromptMasking.Reference }));

    [Fact]
    public void Validate_StepScheduleAndPatienceWithoutTheirIntervals_AreFaults()
    {
        var faults = TrainingConfigValidator.Validate(new TrainingConfig { Steps = 1, Schedule = ScheduleKind.Step, Patience = 3, ValidateEvery = 0 });

        Assert.Equal(["decayEvery is 0; schedule 'Step' needs the steps between two drops", "patience is 3; it counts validations, so validateEvery must be above 0"], faults);
    }

    [Fact]
    public void Validate_Fp16OnTheCpu_IsAFaultThatNamesBf16() =>
        Assert.Equal(
            ["precision is Fp16; the CPU does not multiply in it, so device 'Cpu' needs Bf16, Fp32 or Auto"],
            TrainingConfigValidator.Validate(new TrainingConfig { Steps = 1, Device = DeviceKind.Cpu, Precision = PrecisionKind.Fp16 }));

    [Fact]
    public void Read_PrefetchAndPrecision_AreSettingsWithTheirLimits()
    {
        var faults = new List<string>();
        var config = TrainingConfigReader.Read(new JsonObject { ["steps"] = 1, ["prefetch"] = 16, ["precision"] = "bf16" }, [], faults);
        Assert.Empty(faults);
        Assert.Equal((16, PrecisionKind.Bf16), (config.Prefetch, config.Precision));

        TrainingConfigReader.Read(new JsonObject { ["steps"] = 1, ["prefetch"] = 17, ["precision"] = "half" }, [], faults);
        Assert.Equal(["precision is \"half\"; must be Auto or Fp32 or Bf16 or Fp16", "prefetch is 17; must be 0–16"], faults);
    }

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
