using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Weights;

/// <summary>Base models that the product can make by itself.</summary>
public static class BaseModels
{
    public const string MiniName = "xtts-mini";
    private const ulong MiniSeed = 1;

    /// <summary>
    /// Makes sure that <c>xtts-mini</c> lies in <paramref name="modelsFolder"/> and returns its folder. Safe to call from several
    /// processes at once; a second call does nothing.
    /// </summary>
    public static string EnsureMini(string modelsFolder)
    {
        var folder = Path.Combine(modelsFolder, MiniName);
        if (File.Exists(Path.Combine(folder, CheckpointFiles.Manifest)))
            return folder;
        CheckpointWriter.Write(folder, Mini(MiniSeed));
        return folder;
    }

    /// <summary>The mini model with weights from a seed.</summary>
    public static CheckpointContent Mini(ulong seed) => SeededCheckpoint.Content(MiniName, XttsConfig.Mini, seed);
}
