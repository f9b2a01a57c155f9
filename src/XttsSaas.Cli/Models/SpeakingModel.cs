using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Models;

/// <summary>What <c>--model</c> names, ready to speak: an installed base model, a checkpoint folder, or a folder of exported graphs.</summary>
internal sealed class SpeakingModel : IDisposable
{
    private const string ExportFolder = "onnx";
    private readonly string _folder;

    private SpeakingModel(string folder, XttsEngine engine) => (_folder, Engine) = (folder, engine);

    public XttsEngine Engine { get; }

    /// <summary>Opens the model, exporting its checkpoint first where that was not done. <c>xtts-mini</c> is made where it is missing.</summary>
    /// <exception cref="ModelFormatException">Nothing of that name, or it is damaged.</exception>
    public static SpeakingModel Load(string model, ModelFolders folders)
    {
        if (ExportManifest.TryLoad(model) is not null)
            return new SpeakingModel(model, XttsEngine.Load(model));
        var checkpoint = Checkpoint(model, folders);
        var export = Path.Combine(checkpoint, ExportFolder);
        OnnxExporter.Export(checkpoint, export);
        return new SpeakingModel(checkpoint, XttsEngine.Load(export));
    }

    /// <summary>A voice that came with the model.</summary>
    /// <exception cref="ModelFormatException">The model has no voice of that name.</exception>
    public ConditioningLatents Voice(string name)
    {
        var path = Path.Combine(_folder, CheckpointFiles.Speakers);
        if (!File.Exists(path))
            throw new ModelFormatException("The model comes without voices; give --reference with recordings of one.");
        using var speakers = SafetensorsFile.Open(path);
        var names = speakers.Tensors.Keys.Select(tensor => tensor[..tensor.LastIndexOf('/')]).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Contains(name)
            ? new ConditioningLatents(speakers.ReadSingle($"{name}/gpt_cond_latents"), speakers.ReadSingle($"{name}/speaker_embedding"))
            : throw new ModelFormatException($"The model has no voice '{name}'; it has {string.Join(", ", names)}.");
    }

    public void Dispose() => Engine.Dispose();

    private static string Checkpoint(string model, ModelFolders folders)
    {
        if (File.Exists(Path.Combine(model, CheckpointFiles.Manifest)))
            return model;
        if (model == BaseModels.MiniName)
            return BaseModels.EnsureMini(folders.Base);
        if (ModelFolders.IsName(model) && File.Exists(Path.Combine(folders.BaseModel(model), CheckpointFiles.Manifest)))
            return folders.BaseModel(model);
        throw new ModelFormatException($"There is no model '{model}': it is neither a folder nor installed in {folders.Base}. `./xtts models list` shows what is.");
    }
}
