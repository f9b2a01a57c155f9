using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;

namespace XttsSaas.Silo.Inference;

/// <summary>
/// Loaded models by checkpoint. A checkpoint is exported to ONNX when it is first spoken with; the set lies inside the
/// checkpoint's folder and goes when that goes.
/// </summary>
internal sealed class SpeechModels : IDisposable
{
    private const string ExportFolder = "onnx";
    private readonly IModelStore _models;
    private readonly EngineOptions _engine;
    private readonly TimeProvider _time;
    private readonly RentalCache<XttsEngine> _loaded;

    public SpeechModels(IModelStore models, IOptions<InferenceOptions> options, TimeProvider time)
    {
        (_models, _time) = (models, time);
        _engine = new EngineOptions(options.Value.Threads);
        _loaded = new RentalCache<XttsEngine>(options.Value.LoadedModels, Load);
    }

    /// <summary>The relative folder of the checkpoint that a voice speaks with.</summary>
    public string FolderOf(SpeakableVoice voice) => voice.Checkpoint ?? _models.BaseModelFolder(voice.BaseModel);

    public Task<RentalCache<XttsEngine>.Rental> RentAsync(string checkpoint, CancellationToken cancellationToken) =>
        _loaded.RentAsync(checkpoint, cancellationToken);

    public void Dispose() => _loaded.Dispose();

    private XttsEngine Load(string checkpoint)
    {
        var folder = _models.Resolve(checkpoint);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The model {checkpoint} is not installed on this silo; install it into the model store.");
        var export = Path.Combine(folder, ExportFolder);
        OnnxExporter.Export(folder, export);
        return XttsEngine.Load(export, _engine, _time);
    }
}
