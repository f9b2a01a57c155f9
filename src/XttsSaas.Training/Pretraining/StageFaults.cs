using XttsSaas.Training.Protocol;
using XttsSaas.Training.Runs;

namespace XttsSaas.Training.Pretraining;

/// <summary>Collects what is wrong with a stage's configuration, so that all of it is told at once.</summary>
internal sealed class StageFaults
{
    private readonly List<string> faults = [];
    private readonly string stage;

    /// <summary>Checks what all stages share.</summary>
    public StageFaults(StageConfig config)
    {
        stage = StageNames.Of(config);
        Require(config.Steps >= 1, $"steps is {config.Steps}; must be at least 1");
        Require(config.BatchSize >= 1, $"batchSize is {config.BatchSize}; must be at least 1");
        Require(config.LearningRate > 0, $"learningRate is {config.LearningRate}; must be above 0");
    }

    public StageFaults Require(bool fulfilled, FormattableString fault)
    {
        if (!fulfilled)
            faults.Add(FormattableString.Invariant(fault));
        return this;
    }

    /// <exception cref="TrainingException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
            throw new TrainingException(WorkerCodes.InvalidJob, $"The stage {stage} has {faults.Count} fault(s): {string.Join("; ", faults)}.");
    }
}
