using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;

namespace XttsSaas.Xtts.Weights;

/// <summary>The base model that comes with the product.</summary>
public static class BaseModels
{
    public const string MiniName = "xtts-mini";

    /// <summary>Where <c>xtts-mini</c> lies beside the program.</summary>
    public static string ShippedMini { get; } = Path.Combine(AppContext.BaseDirectory, "models", MiniName);

    /// <summary>
    /// Makes sure that <c>xtts-mini</c> lies in <paramref name="modelsFolder"/> as this version of the program ships it, and returns its
    /// folder. Safe to call from several processes at once; a second call does nothing.
    /// </summary>
    public static string EnsureMini(string modelsFolder)
    {
        var folder = Path.Combine(modelsFolder, MiniName);
        if (IsShipped(folder))
            return folder;
        DurableFile.CreateFolder(folder, target =>
        {
            foreach (var file in Directory.GetFiles(ShippedMini).Order(StringComparer.Ordinal))
                DurableFile.Write(Path.Combine(target, Path.GetFileName(file)), stream => Copy(file, stream));
            Retire(folder);
        });
        return folder;
    }

    /// <summary>A model of that size with weights from a seed, which no one has trained: a start for training, and for tests.</summary>
    public static CheckpointContent SeededMini(ulong seed) => SeededCheckpoint.Content(MiniName, XttsConfig.Mini, seed);

    // The manifest has the digests of all other files.
    private static bool IsShipped(string folder)
    {
        var manifest = Path.Combine(folder, CheckpointFiles.Manifest);
        return File.Exists(manifest) && File.ReadAllBytes(manifest).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(ShippedMini, CheckpointFiles.Manifest)));
    }

    // What an older version shipped makes room. Cut off in between, the model is missing, and the next call brings it.
    private static void Retire(string folder)
    {
        if (!Directory.Exists(folder) || IsShipped(folder))
            return;
        var old = $"{folder}.{Guid.NewGuid():N}.tmp";
        Directory.Move(folder, old);
        Directory.Delete(old, recursive: true);
    }

    private static void Copy(string file, Stream target)
    {
        using var source = File.OpenRead(file);
        source.CopyTo(target);
    }
}
