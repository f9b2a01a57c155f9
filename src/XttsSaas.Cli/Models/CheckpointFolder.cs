using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Models;

/// <summary>Finds the checkpoint folder that a model's name or path stands for.</summary>
internal static class CheckpointFolder
{
    /// <summary>A folder itself, an installed base model, or <c>xtts-mini</c>, which is made where it is missing.</summary>
    /// <param name="model">A name or a path.</param>
    /// <param name="folders">Where models are installed.</param>
    /// <param name="relativeTo">The folder that a relative path starts from; null for the working directory.</param>
    /// <exception cref="ModelFormatException">There is nothing of that name.</exception>
    public static string Find(string model, ModelFolders folders, string? relativeTo = null)
    {
        var path = Path.Combine(relativeTo ?? "", model);
        if (File.Exists(Path.Combine(path, CheckpointFiles.Manifest)))
            return path;
        if (model == BaseModels.MiniName)
            return BaseModels.EnsureMini(folders.Base);
        if (ModelFolders.IsName(model) && File.Exists(Path.Combine(folders.BaseModel(model), CheckpointFiles.Manifest)))
            return folders.BaseModel(model);
        throw new ModelFormatException($"There is no model '{model}': it is neither a folder nor installed in {folders.Base}. `./xtts models list` shows what is.");
    }
}
