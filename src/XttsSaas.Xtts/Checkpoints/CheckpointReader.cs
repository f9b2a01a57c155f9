using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Xtts.Checkpoints;

/// <summary>Opens checkpoint folders.</summary>
public static class CheckpointReader
{
    /// <summary>
    /// Opens a folder after checking it: the manifest's digests (unless <paramref name="verifyDigests"/> is false), and every
    /// tensor's presence, shape and type against the configuration.
    /// </summary>
    /// <exception cref="ModelFormatException">Something is missing, damaged or contradictory; the message lists what.</exception>
    public static Checkpoint Open(string folder, bool verifyDigests = true)
    {
        var manifestPath = Path.Combine(folder, CheckpointFiles.Manifest);
        if (!File.Exists(manifestPath))
            throw new ModelFormatException($"{folder} is not a checkpoint: it has no {CheckpointFiles.Manifest}.");
        var manifest = CheckpointManifest.Load(manifestPath);
        CheckFiles(folder, manifest, verifyDigests);
        var config = XttsConfig.Load(Path.Combine(folder, CheckpointFiles.Config));
        var tokenizer = XttsTokenizer.Load(Path.Combine(folder, CheckpointFiles.Vocabulary));
        if (tokenizer.VocabularySize != config.ModelArgs.GptNumberTextTokens)
            throw new ModelFormatException($"{folder}: the vocabulary has {tokenizer.VocabularySize} ids, the configuration says {config.ModelArgs.GptNumberTextTokens}.");

        var model = OpenChecked(Path.Combine(folder, CheckpointFiles.Model), TensorLayout.Model(config));
        try
        {
            var dvae = manifest.Files.ContainsKey(CheckpointFiles.Dvae)
                ? OpenChecked(Path.Combine(folder, CheckpointFiles.Dvae), TensorLayout.Dvae(config))
                : null;
            return new Checkpoint(folder, manifest, config, tokenizer, model, dvae);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static void CheckFiles(string folder, CheckpointManifest manifest, bool verifyDigests)
    {
        foreach (var required in (ReadOnlySpan<string>)[CheckpointFiles.Model, CheckpointFiles.Config, CheckpointFiles.Vocabulary])
        {
            if (!manifest.Files.ContainsKey(required))
                throw new ModelFormatException($"{folder}: the manifest does not name {required}.");
        }
        foreach (var (name, digest) in manifest.Files)
        {
            if (name != Path.GetFileName(name))
                throw new ModelFormatException($"{folder}: the manifest names {name}, which is not a plain file name.");
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                throw new ModelFormatException($"{folder}: {name} is missing.");
            if (verifyDigests && FileDigest.Sha256(path) != digest)
                throw new ModelFormatException($"{folder}: the SHA-256 of {name} is not the manifest's; the file was changed or damaged.");
        }
    }

    private static SafetensorsFile OpenChecked(string path, IReadOnlyList<TensorSpec> layout)
    {
        var file = SafetensorsFile.Open(path);
        try
        {
            var report = TensorCheck.Compare(OfficialNames.Canonical(file), layout);
            return report.Fits ? file : throw report.ToException(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
