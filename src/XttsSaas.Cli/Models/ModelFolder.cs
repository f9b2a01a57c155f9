using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Export;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Models;

/// <summary>Finds what <c>--model</c> names: an installed base model, a checkpoint folder, or a folder of exported graphs.</summary>
internal static class ModelFolder
{
    private const string ExportFolder = "onnx";

    /// <summary>Opens the model, exporting its checkpoint first where that was not done. <c>xtts-mini</c> is made where it is missing.</summary>
    /// <exception cref="ModelFormatException">Nothing of that name, or it is damaged.</exception>
    public static XttsEngine Load(string model, string dataFolder)
    {
        if (ExportManifest.TryLoad(model) is not null)
            return XttsEngine.Load(model);
        var checkpoint = Checkpoint(model, dataFolder);
        var export = Path.Combine(checkpoint, ExportFolder);
        OnnxExporter.Export(checkpoint, export);
        return XttsEngine.Load(export);
    }

    private static string Checkpoint(string model, string dataFolder)
    {
        if (File.Exists(Path.Combine(model, CheckpointFiles.Manifest)))
            return model;
        var installed = Path.Combine(dataFolder, "models", "base");
        if (model == BaseModels.MiniName)
            return BaseModels.EnsureMini(installed);
        if (model == Path.GetFileName(model) && File.Exists(Path.Combine(installed, model, CheckpointFiles.Manifest)))
            return Path.Combine(installed, model);
        throw new ModelFormatException($"There is no model '{model}': it is neither a folder nor installed in {installed}. `./xtts models list` shows what is.");
    }
}
