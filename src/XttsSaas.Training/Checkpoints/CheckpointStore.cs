using System.Globalization;
using System.Text.Json;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Checkpoints;

/// <summary>
/// The checkpoints of one run, a folder per step. A folder is written under a temporary name, its files are flushed to the
/// disk, and then it is renamed: whatever has a final name is complete, unless the disk itself damaged it, and for that the
/// manifest has every file's SHA-256.
/// </summary>
public sealed class CheckpointStore(string folder)
{
    public const string WeightsFile = "weights.safetensors";
    public const string MomentsFile = "optimizer.safetensors";
    public const string StateFile = "state.json";
    private const string ManifestFile = "manifest.json";
    private const string StepPrefix = "step-";

    /// <summary>Writes the checkpoint of <paramref name="step"/>; <paramref name="writeFiles"/> fills the folder that it is given, durably.</summary>
    public StepCheckpoint Write(int step, Action<string> writeFiles)
    {
        var final = Path.Combine(folder, Name(step));
        var manifest = new StepManifest(step, new Dictionary<string, StepFile>());
        DurableFile.CreateFolder(final, target =>
        {
            writeFiles(target);
            manifest = manifest with { Files = Directory.EnumerateFiles(target).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), Describe) };
            DurableFile.Write(Path.Combine(target, ManifestFile), JsonSerializer.SerializeToUtf8Bytes(manifest, CheckpointJson.Default.StepManifest));
            Remove(final);
        });
        return new StepCheckpoint(step, final, manifest);
    }

    /// <summary>The newest checkpoint whose files match its manifest; null when there is none.</summary>
    public StepCheckpoint? Newest() =>
        Steps().OrderDescending().Select(Find).FirstOrDefault(checkpoint => checkpoint is not null);

    /// <summary>The checkpoint of <paramref name="step"/>; null when it is missing or damaged.</summary>
    public StepCheckpoint? Find(int step)
    {
        var path = Path.Combine(folder, Name(step));
        var manifestPath = Path.Combine(path, ManifestFile);
        if (!File.Exists(manifestPath))
            return null;
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(manifestPath), CheckpointJson.Default.StepManifest);
            return manifest is { Files: not null } && manifest.Files.ContainsKey(WeightsFile) && manifest.Files.All(Matches)
                ? new StepCheckpoint(step, path, manifest)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }

        bool Matches(KeyValuePair<string, StepFile> file)
        {
            var full = Path.Combine(path, file.Key);
            return File.Exists(full) && new FileInfo(full).Length == file.Value.Bytes && Describe(full) == file.Value;
        }
    }

    /// <summary>Removes all but the newest <paramref name="keepLast"/> checkpoints and those of the steps in <paramref name="kept"/>.</summary>
    public void Prune(int keepLast, params ReadOnlySpan<int?> kept)
    {
        foreach (var step in Steps().OrderDescending().Skip(keepLast).ToList())
        {
            if (!kept.Contains(step))
                Remove(Path.Combine(folder, Name(step)));
        }
    }

    /// <summary>Removes the checkpoints of later steps than <paramref name="step"/>, the newest first: a kill leaves no gap.</summary>
    public void RemoveAfter(int step)
    {
        foreach (var later in Steps().Where(later => later > step).OrderDescending())
            Remove(Path.Combine(folder, Name(later)));
    }

    /// <summary>Removes what a killed writer left half-written.</summary>
    public void RemoveLeftovers()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Directory.EnumerateDirectories(folder, "*.tmp"))
            Remove(path);
    }

    private IEnumerable<int> Steps() =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateDirectories(folder, StepPrefix + "*")
                .Select(path => Path.GetFileName(path)[StepPrefix.Length..])
                .Where(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Select(digits => int.Parse(digits, CultureInfo.InvariantCulture));

    private static string Name(int step) => string.Create(CultureInfo.InvariantCulture, $"{StepPrefix}{step:D8}");

    private static StepFile Describe(string file) => new(FileDigest.Sha256(file), new FileInfo(file).Length);

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
