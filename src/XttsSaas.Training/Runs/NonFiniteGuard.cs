using XttsSaas.Training.Protocol;

namespace XttsSaas.Training.Runs;

/// <summary>Lets a run survive single steps whose loss or gradients are NaN or infinite, and ends it when they do not stop.</summary>
public sealed class NonFiniteGuard
{
    /// <summary>Bad steps in a row that end the run.</summary>
    public const int Limit = 5;

    private int inARow;

    /// <summary>Whether the step may change the weights.</summary>
    /// <exception cref="TrainingException">This is the fifth bad step in a row.</exception>
    public bool Accept(int step, double loss, double gradNorm)
    {
        if (double.IsFinite(loss) && double.IsFinite(gradNorm))
        {
            inARow = 0;
            return true;
        }

        if (++inARow < Limit)
            return false;
        throw new TrainingException(WorkerCodes.Diverged,
            $"The loss or its gradients were not finite in {Limit} steps in a row up to step {step}; lower the learning rate or look for damaged clips.");
    }
}
