namespace XttsSaas.Xtts.Checkpoints;

/// <summary>The files of a published XTTS v2 model, wherever they lie. The last three may be absent.</summary>
public sealed record OfficialFiles(string Model, string Config, string Vocabulary, string? Dvae, string? MelStats, string? Speakers)
{
    private static readonly string[] ModelNames = ["model.pth", "model.safetensors", "best_model.pth"];
    private static readonly string[] DvaeNames = ["dvae.pth", "dvae.safetensors"];

    /// <summary>Files that a download brings beside the model, and whether the model needs them.</summary>
    public static IReadOnlyList<(string Name, bool Required)> Companions { get; } =
        [("config.json", true), ("vocab.json", true), ("dvae.pth", false), ("mel_stats.pth", false), ("speakers_xtts.pth", false)];

    /// <param name="path">The folder, or the model file in it.</param>
    /// <exception cref="ModelFormatException">The model, config.json or vocab.json is not there; all that is missing is named.</exception>
    public static OfficialFiles Find(string path)
    {
        var isFile = File.Exists(path);
        var folder = isFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        if (!Directory.Exists(folder))
            throw new ModelFormatException($"{path} does not exist.");
        var model = isFile ? path : First(folder, ModelNames);
        var (config, vocabulary) = (First(folder, "config.json"), First(folder, "vocab.json"));
        string[] missing = [.. model is null ? ["model.pth or model.safetensors"] : Array.Empty<string>(), .. config is null ? ["config.json"] : Array.Empty<string>(), .. vocabulary is null ? ["vocab.json"] : Array.Empty<string>()];
        if (missing.Length > 0)
            throw new ModelFormatException($"{folder} is no XTTS model: it has no {string.Join(" and no ", missing)}. The published model brings them; put them into one folder.");
        return new OfficialFiles(model!, config!, vocabulary!, First(folder, DvaeNames), First(folder, "mel_stats.pth"), First(folder, "speakers_xtts.pth"));
    }

    private static string? First(string folder, params string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
