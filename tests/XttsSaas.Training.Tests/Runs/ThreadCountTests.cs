using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Training.Tests.Runs;

public sealed class ThreadCountTests
{
    [Fact]
    public void Choose_ByModelSize_SharesLargeModelsAlone()
    {
        Assert.Equal(1, ThreadCount.Choose(0, XttsConfig.Mini, processors: 8));
        Assert.Equal(8, ThreadCount.Choose(0, XttsConfig.Full, processors: 8));
        Assert.Equal(3, ThreadCount.Choose(3, XttsConfig.Mini, processors: 8));
    }
}
