using System.Text.RegularExpressions;

namespace XttsSaas.Cli.Models;

/// <summary>Where models lie in a data folder.</summary>
internal sealed partial class ModelFolders(string dataFolder)
{
    private const string WhisperPrefix = "ggml-";
    private readonly string _models = Path.Combine(Path.GetFullPath(dataFolder), "models");

    public string DataFolder { get; } = Path.GetFullPath(dataFolder);

    public string Base => Path.Combine(_models, "base");

    /// <summary>The checkpoint folder of a base model.</summary>
    public string BaseModel(string name) => Path.Combine(Base, Checked(name));

    /// <summary>The file of a recogniser.</summary>
    public string Whisper(string name) => Path.Combine(_models, "whisper", $"{WhisperPrefix}{Checked(name)}.bin");

    /// <summary>Where a model's files are downloaded to; kept until the model is added.</summary>
    public string Downloads(string name) => Path.Combine(_models, "downloads", Checked(name));

    /// <summary>What an interrupted run left beside a base model; its folders are written under another name first.</summary>
    public IEnumerable<string> Leftovers(string name) => Directory.Exists(Base)
        ? Directory.EnumerateDirectories(Base, $"{Checked(name)}.*.tmp").Where(path => Leftover().IsMatch(Path.GetFileName(path)[name.Length..]))
        : [];

    public static bool IsName(string name) => ModelName().IsMatch(name);

    private static string Checked(string name) => IsName(name)
        ? name
        : throw new ModelCommandException($"'{name}' is no name for a model: use 1 to 64 lower-case letters, digits, dots, dashes and underscores, a letter or digit first.", ExitCodes.WrongUsage);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,63}\z")]
    private static partial Regex ModelName();

    [GeneratedRegex(@"\A\.[0-9a-f]{32}\.tmp\z")]
    private static partial Regex Leftover();
}
