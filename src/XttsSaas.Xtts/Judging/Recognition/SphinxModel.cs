namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>An acoustic model and a pronouncing dictionary of one language.</summary>
/// <param name="AcousticFolder">Folder of the acoustic model.</param>
/// <param name="DictionaryFile">A word and its phones a line.</param>
public sealed record SphinxModel(string AcousticFolder, string DictionaryFile)
{
    private const string Folder = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>The English model of Debian's package pocketsphinx-en-us.</summary>
    public static SphinxModel English { get; } = new(Path.Combine(Folder, "en-us"), Path.Combine(Folder, "cmudict-en-us.dict"));

    public bool IsInstalled => Directory.Exists(AcousticFolder) && File.Exists(DictionaryFile);

    /// <summary>The words that can be recognised, in lower case.</summary>
    public IReadOnlySet<string> Words() => File.ReadLines(DictionaryFile)
        .Select(line => line[..Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal))])
        .Where(word => word.Length > 0 && !word.EndsWith(')')) // a second pronunciation of the same word
        .ToHashSet(StringComparer.Ordinal);
}
