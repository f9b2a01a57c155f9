namespace XttsSaas.Datasets.Tests.Fixtures;

/// <summary>Keeps every report, in order and at once.</summary>
public sealed class Collected<T> : IProgress<T>
{
    public List<T> Reports { get; } = [];

    public void Report(T value) => Reports.Add(value);
}
