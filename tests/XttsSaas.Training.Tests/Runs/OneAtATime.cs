namespace XttsSaas.Training.Tests.Runs;

/// <summary>Tests that train in this process: torch has one random generator for all of it, so that two runs at a time are not exact.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "one run at a time";
}
