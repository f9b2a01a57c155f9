using System.Text.Json;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Tests.Protocol;

public sealed class JobJsonTests
{
    [Fact]
    public void ParseConfig_FewFields_KeepsTheDefaultsOfTheOthers()
    {
        var config = JobJson.ParseConfig("""{"mode":"lora","steps":40,"lora":{"rank":4}}"""u8)!;

        Assert.Equal(TrainingMode.Lora, config.Mode);
        Assert.Equal(4, config.Lora.Rank);
        Assert.Equal(new LoraConfig().Targets, config.Lora.Targets);
        Assert.Equal(new TrainingConfig().ClipNorm, config.ClipNorm);
        Assert.Empty(TrainingConfigValidator.Validate(config));
    }

    [Fact]
    public void ParseJob_FormattedJob_GivesTheJobBack()
    {
        var job = new TrainingJob("s", "/base", "/data", "/out", new TrainingConfig { Epochs = 3, Schedule = ScheduleKind.Cosine });

        Assert.Equivalent(job, JobJson.ParseJob(JobJson.Format(job)), strict: true);
    }

    [Fact]
    public void ParseConfig_MisspeltSetting_NamesIt()
    {
        var exception = Assert.Throws<JsonException>(() => JobJson.ParseConfig("""{"steps":1,"learnigRate":0.1}"""u8));

        Assert.Contains("learnigRate", exception.Message, StringComparison.Ordinal);
    }
}
