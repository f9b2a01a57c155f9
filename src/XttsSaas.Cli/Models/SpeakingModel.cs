using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Cli.Models;

/// <summary>What <c>--model</c> names, ready to speak: an installed base model, a checkpoint folder, or a folder of exported graphs.</summary>
internal sealed class SpeakingModel : IDisposable
{
    /// <summary>Last part of the name of a voice's <see cref="ConditioningLatents.PitchShift"/>, which only voices of models with an excitation have.</summary>
    public const string PitchShift = "pitch_shift";

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
        var checkpoint = CheckpointFolder.Find(model, folders);
        var export = Path.Combine(checkpoint, ExportFolder);
        OnnxExporter.Export(checkpoint, export);
        return new SpeakingModel(checkpoint, XttsEngine.Load(export));
    }

    /// <summary>A voice that came with the model; null for the first one.</summary>
    /// <exception cref="ModelFormatException">The model has no voice of that name, or none at all.</exception>
    public ConditioningLatents Voice(string? wanted)
    {
        var path = Path.Combine(_folder, CheckpointFiles.Speakers);
        if (!File.Exists(path))
            throw new ModelFormatException("The model comes without voices; give --reference with recordings of one.");
        using var speakers = SafetensorsFile.Open(path);
        var names = speakers.Tensors.Keys.Select(tensor => tensor[..tensor.LastIndexOf('/')]).Distinct().Order(StringComparer.Ordinal).ToList();
        var name = wanted ?? names[0];
        return names.Contains(name)
            ? new ConditioningLatents(speakers.ReadSingle($"{name}/gpt_cond_latents"), speakers.ReadSingle($"{name}/speaker_embedding"), Shift($"{name}/{PitchShift}"))
            : throw new ModelFormatException($"The model has no voice '{name}'; it has {string.Join(", ", names)}.");

        float Shift(string tensor) => speakers.Tensors.ContainsKey(tensor) ? speakers.ReadSingle(tensor)[0] : 0;
    }

    public void Dispose() => Engine.Dispose();
}
