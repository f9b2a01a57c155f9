using XttsSaas.Abstractions.Datasets;
using XttsSaas.Abstractions.Ids;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Grains.Tests.Fakes;

/// <summary>Remembers what was started; the test reports in its place.</summary>
internal sealed class FakeSteps : IDatasetSteps
{
    public List<(DatasetWork Work, IReadOnlyList<SourceDraft> Sources, SegmentationOptions Options)> Processings { get; } = [];

    public List<(DatasetWork Work, int Number, int Seed)> Builds { get; } = [];

    public List<DatasetId> Cancelled { get; } = [];

    public void StartProcessing(DatasetWork work, IReadOnlyList<SourceDraft> sources, SegmentationOptions options) =>
        Processings.Add((work, sources, options));

    public void StartBuild(DatasetWork work, int number, int seed) => Builds.Add((work, number, seed));

    public void Cancel(TenantId tenant, DatasetId dataset) => Cancelled.Add(dataset);
}
