using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Grains.Datasets;

/// <summary>Stored state of a dataset; no details before it is created and after it was deleted.</summary>
[GenerateSerializer, Alias("DatasetGrainState")]
public sealed record DatasetGrainState
{
    [Id(0)]
    public int Schema { get; init; } = 1;

    [Id(1)]
    public DatasetDetails? Details { get; init; }

    /// <summary>Number of the last step that was started.</summary>
    [Id(2)]
    public int Run { get; init; }

    /// <summary>The number of the build that is being made, and its seed.</summary>
    [Id(3)]
    public int BuildNumber { get; init; }

    [Id(4)]
    public int BuildSeed { get; init; }
}
