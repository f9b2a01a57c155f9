using System.Text;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>
/// Finds a language's word list in a folder: LANGUAGE.txt, or the file under the name that Debian's packages give it in
/// /usr/share/dict. One word per line.
/// </summary>
public static class WordList
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["en"] = ["en.txt", "american-english-large", "american-english"],
        ["es"] = ["es.txt", "spanish"],
        ["it"] = ["it.txt", "italian"],
        ["pt"] = ["pt.txt", "brazilian", "portuguese"],
    };

    /// <summary>The words of <paramref name="language"/>; none where <paramref name="folder"/> is null.</summary>
    /// <exception cref="CorpusException">The folder has no list of the language.</exception>
    public static IReadOnlyList<string> Read(string language, string? folder)
    {
        if (folder is null)
            return [];
        var path = Names[language].Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new CorpusException(CorpusFault.WrongRequest, $"{folder} has no word list of '{language}'; it would be named {string.Join(" or ", Names[language])}.");
        return [.. File.ReadLines(path, Encoding.UTF8)];
    }
}
