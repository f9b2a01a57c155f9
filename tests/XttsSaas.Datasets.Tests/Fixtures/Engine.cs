using XttsSaas.Audio.Tests.Fixtures;
using XttsSaas.Audio.Vad;
using XttsSaas.Datasets.Pipeline;

namespace XttsSaas.Datasets.Tests.Fixtures;

/// <summary>The real pipeline.</summary>
public sealed class Engine : IDisposable
{
    private readonly SileroVad _vad = new(SileroVad.ShippedModelPath);

    public Engine()
    {
        Analyzer = new SourceAnalyzer(Tools.Decoder(), _vad);
        Pipeline = new DatasetPipeline(Tools.Decoder(), Analyzer);
    }

    public SourceAnalyzer Analyzer { get; }

    public DatasetPipeline Pipeline { get; }

    public void Dispose() => _vad.Dispose();
}
