namespace XttsSaas.Training.Tests.Runs;

/// <summary>
/// Tests that train in this process. Torch has one random generator for all of it: a run is exact only while no other test draws from it.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "one run at a time";
}
