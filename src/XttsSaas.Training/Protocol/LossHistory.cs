namespace XttsSaas.Training.Protocol;

/// <summary>A run's losses in brief; what was not measured is null.</summary>
public sealed record LossHistory
{
    /// <summary>Of the first step.</summary>
    public LossPoint? FirstTraining { get; init; }

    /// <summary>Of the newest step.</summary>
    public LossPoint? LastTraining { get; init; }

    /// <summary>The base model on the held-out clips.</summary>
    public LossPoint? BaseValidation { get; init; }

    /// <summary>The newest weights on the held-out clips.</summary>
    public LossPoint? LastValidation { get; init; }

    /// <summary>The best weights on the held-out clips.</summary>
    public LossPoint? BestValidation { get; init; }

    internal LossHistory WithTraining(LossPoint point) => this with { FirstTraining = FirstTraining ?? point, LastTraining = point };

    internal LossHistory WithValidation(LossPoint point, bool best) => this with
    {
        BaseValidation = point.Step == 0 ? point : BaseValidation,
        LastValidation = point,
        BestValidation = best ? point : BestValidation,
    };
}
