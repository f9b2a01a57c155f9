using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Text;

namespace XttsSaas.Cli.Models;

/// <summary>
/// Checks model files without changing anything:
/// a checkpoint folder by its manifest's digests and its tensors, a folder of published files by every file in it, one file by its tensors.
/// The configuration is <c>config.json</c> beside the file; without one, the official configuration or what the shapes tell.
/// </summary>
internal static class ModelCheck
{
    public static ModelReport Run(string path, string name)
    {
        if (File.Exists(path))
            return new ModelReport(name, path, [Tensors(path, Config(path))]);
        if (!Directory.Exists(path))
            throw new ModelCommandException($"{path} is neither an installed model nor a file or folder.", ExitCodes.Failed);
        return File.Exists(Path.Combine(path, CheckpointFiles.Manifest))
            ? new ModelReport(name, path, [.. CheckpointFolder(path)])
            : new ModelReport(name, path, [.. OfficialFolder(OfficialFiles.Find(path))]);
    }

    private static IEnumerable<FileReport> CheckpointFolder(string folder)
    {
        var manifest = CheckpointManifest.Load(Path.Combine(folder, CheckpointFiles.Manifest));
        foreach (var (file, digest) in manifest.Files.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, Path.GetFileName(file));
            yield return Guarded(path, () =>
                FileDigest.Sha256(path) != digest ? FileReport.Unreadable(file, $"the SHA-256 of {path} is not the manifest's; the file was changed or damaged")
                : file is CheckpointFiles.Model or CheckpointFiles.Dvae ? Tensors(path, Config(path))
                : FileReport.Whole(file));
        }
    }

    private static IEnumerable<FileReport> OfficialFolder(OfficialFiles files)
    {
        yield return Guarded(files.Config, () =>
        {
            XttsConfig.Load(files.Config);
            return FileReport.Whole(Path.GetFileName(files.Config));
        });
        yield return Guarded(files.Vocabulary, () => Vocabulary(files));
        yield return Tensors(files.Model, Config(files.Model), optional: files.MelStats is null ? null : TensorNames.MelStats);
        if (files.Dvae is { } dvae)
            yield return Tensors(dvae, Config(dvae));
        if (files.MelStats is { } statistics)
            yield return Guarded(statistics, () => MelStatistics(statistics));
        if (files.Speakers is { } speakers)
        {
            yield return Guarded(speakers, () =>
                FileReport.Whole(Path.GetFileName(speakers)) with { Tensors = SpeakersFile.Read(speakers, Config(speakers) ?? XttsConfig.Full).Count });
        }
    }

    private static FileReport Vocabulary(OfficialFiles files)
    {
        var (ids, expected) = (XttsTokenizer.Load(files.Vocabulary).VocabularySize, XttsConfig.Load(files.Config).ModelArgs.GptNumberTextTokens);
        var file = Path.GetFileName(files.Vocabulary);
        return ids == expected ? FileReport.Whole(file) : FileReport.Unreadable(file, $"{files.Vocabulary} has {ids} ids, the configuration says {expected}");
    }

    private static FileReport MelStatistics(string path)
    {
        using var file = TensorFile.Open(path);
        var tensors = file.Contents.ToList();
        var expected = new TensorShape(XttsConfig.Full.Architecture.Conditioning.MelChannels);
        return new FileReport(Path.GetFileName(path), tensors.Count, [], [.. tensors.Skip(1).Select(tensor => tensor.Name)],
            [.. tensors.Take(1).Where(tensor => tensor.Shape != expected).Select(tensor => $"{tensor.Name} has shape {tensor.Shape}; expected {expected}")], null);
    }

    /// <summary>A model's or a DVAE's tensors, whichever the file holds.</summary>
    private static FileReport Tensors(string path, XttsConfig? config, string? optional = null) => Guarded(path, () =>
    {
        using var file = TensorFile.Open(path);
        var model = OfficialNames.Model(file);
        var isDvae = !model.Keys.Any(name => name.StartsWith("gpt.", StringComparison.Ordinal))
            && file.Contents.Any(tensor => tensor.Name == "codebook.embed" || tensor.Name.StartsWith("encoder.", StringComparison.Ordinal));
        Func<XttsConfig, IReadOnlyList<TensorSpec>> layout = isDvae ? TensorLayout.Dvae : TensorLayout.Model;
        var found = isDvae ? OfficialNames.Canonical(file) : model;
        var report = TensorCheck.Compare(found, layout(config ?? ShapeConfig.Of(found, layout)));
        if (isDvae)
            report = DvaeTolerance.Apply(report);
        return new FileReport(Path.GetFileName(path), found.Count, [.. report.Missing.Where(name => name != optional)], report.Unexpected, report.WrongShape, null) { Strict = !isDvae };
    });

    private static XttsConfig? Config(string path)
    {
        var config = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, CheckpointFiles.Config);
        try
        {
            return File.Exists(config) ? XttsConfig.Load(config) : null;
        }
        catch (ModelFormatException)
        {
            return null; // Its own line in the report says so.
        }
    }

    private static FileReport Guarded(string path, Func<FileReport> check)
    {
        try
        {
            return check();
        }
        catch (Exception fault) when (fault is ModelFormatException or IOException)
        {
            return FileReport.Unreadable(Path.GetFileName(path), fault.Message);
        }
    }
}
