using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Datasets;

/// <summary>What may be done with a dataset in which state.</summary>
public static class DatasetStateMachine
{
    /// <summary>True while a step runs and the dataset must not be changed under it.</summary>
    public static bool IsBusy(DatasetState state) => state is DatasetState.Processing or DatasetState.Building;

    /// <summary>Success, or <see cref="ErrorCode.InvalidState"/> while a step runs.</summary>
    public static Result CheckIdle(DatasetState state) => IsBusy(state)
        ? new Error(ErrorCode.InvalidState, $"The dataset is {state}; wait until that is done or cancel it.")
        : Result.Success;

    /// <summary>The state of an idle dataset with so many segments and builds.</summary>
    public static DatasetState Idle(int segments, int builds) => (segments, builds) switch
    {
        (0, _) => DatasetState.Collecting,
        (_, 0) => DatasetState.Ready,
        _ => DatasetState.Built,
    };
}
