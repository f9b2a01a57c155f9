using XttsSaas.Transcription.Models;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Cli.Models;

/// <summary>Reads what is installed in a data folder.</summary>
internal static class InstalledModels
{
    private const string WhisperLicence = "MIT";
    private static readonly string[] WhisperFamilies = ["tiny", "base", "small", "medium", "large"];

    /// <summary>Base models, then recognisers, by name.</summary>
    public static IReadOnlyList<ModelRow> List(ModelFolders folders) =>
        [.. BaseModels(folders), .. WhisperModels.Installed(folders.DataFolder).OrderBy(model => model.Name, StringComparer.Ordinal).Select(Whisper)];

    private static IEnumerable<ModelRow> BaseModels(ModelFolders folders) => Directory.Exists(folders.Base)
        ? Directory.EnumerateDirectories(folders.Base).Where(path => ModelFolders.IsName(Path.GetFileName(path)) && !path.EndsWith(".tmp", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(BaseModel)
        : [];

    private static ModelRow BaseModel(string folder)
    {
        var name = Path.GetFileName(folder);
        try
        {
            var manifest = CheckpointManifest.Load(Path.Combine(folder, CheckpointFiles.Manifest));
            var bytes = manifest.Files.Keys.Sum(file => new FileInfo(Path.Combine(folder, Path.GetFileName(file))).Length);
            return new ModelRow(name, "base", manifest.Files.GetValueOrDefault(CheckpointFiles.Model), manifest.Origin.Licence, manifest.Origin.CommercialUse, folder, bytes);
        }
        catch (Exception fault) when (fault is ModelFormatException or IOException)
        {
            return new ModelRow(name, "base", null, null, false, folder, 0, fault.Message);
        }
    }

    private static ModelRow Whisper(WhisperModel model)
    {
        // OpenAI published its weights under MIT; a file of another name may come from anybody.
        var known = WhisperFamilies.Any(family => model.Name == family || model.Name.StartsWith(family + ".", StringComparison.Ordinal) || model.Name.StartsWith(family + "-", StringComparison.Ordinal));
        return new ModelRow(model.Name, "whisper", FileDigest.Sha256(model.Path), known ? WhisperLicence : null, known, model.Path, model.Bytes);
    }
}
