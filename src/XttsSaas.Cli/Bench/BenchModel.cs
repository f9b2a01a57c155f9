using XttsSaas.Inference.Export;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Bench;

/// <summary>A model with weights from a formula in a temporary folder, exported; gone when disposed.</summary>
internal sealed class BenchModel : IDisposable
{
    private const ulong Seed = 1;
    private readonly DirectoryInfo _folder;

    private BenchModel(DirectoryInfo folder, int outputSampleRate) => (_folder, OutputSampleRate) = (folder, outputSampleRate);

    public string ExportFolder => Path.Combine(_folder.FullName, "onnx");

    /// <summary>In Hz.</summary>
    public int OutputSampleRate { get; }

    /// <param name="size">"full" or "mini".</param>
    /// <param name="say">Receives what is being done.</param>
    public static BenchModel Make(string size, Action<string> say)
    {
        var config = size == "full" ? XttsConfig.Full : XttsConfig.Mini;
        var model = new BenchModel(Directory.CreateTempSubdirectory("xtts-bench-"), config.ModelArgs.OutputSampleRate);
        try
        {
            var checkpoint = Path.Combine(model._folder.FullName, "checkpoint");
            say($"Writing a model of {size} size with weights from a formula");
            SeededCheckpoint.Write(checkpoint, $"bench-{size}", config, Seed);
            say("Building its graphs");
            OnnxExporter.Export(checkpoint, model.ExportFolder);
            Directory.Delete(checkpoint, recursive: true);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
