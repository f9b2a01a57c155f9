using System.Reflection;
using System.Text;

namespace XttsSaas.Datasets.Synthetic.Planning;

/// <summary>Reads the sentences of a language: all files LANGUAGE.txt and LANGUAGE_*.txt, one sentence per line.</summary>
public static class SentenceBook
{
    /// <summary>Fewer sentences cannot be divided into parts.</summary>
    public const int Least = 8;

    /// <summary>Longer sentences do not fit into a clip even when they are spoken fast.</summary>
    private const int MostLetters = 160;

    private const string ResourcePrefix = "Sentences.";

    /// <summary>Every sentence once, in the files' order.</summary>
    /// <param name="folder">Where the files are; nothing for the sentences that the program brings along.</param>
    /// <exception cref="CorpusException">The folder or the language's file is missing, or there are too few sentences.</exception>
    public static IReadOnlyList<string> Read(string language, string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new CorpusException(CorpusFault.WrongRequest, $"The folder of sentences {folder} does not exist.");
        var sentences = (folder is null ? BroughtAlong(language) : FromFolder(language, folder))
            .Select(line => line.Trim())
            .Where(line => line.Length is > 0 and <= MostLetters)
            .DistinctBy(line => line.ToLowerInvariant())
            .ToList();
        return sentences.Count >= Least
            ? sentences
            : throw new CorpusException(CorpusFault.WrongRequest, $"There are {sentences.Count} sentences of '{language}' in {folder ?? "the program"}; at least {Least} are needed in {language}.txt.");
    }

    private static IEnumerable<string> FromFolder(string language, string folder) =>
        Directory.EnumerateFiles(folder, "*.txt").Where(path => IsOf(language, Path.GetFileName(path))).Order(StringComparer.Ordinal)
            .SelectMany(path => File.ReadLines(path, Encoding.UTF8));

    private static IEnumerable<string> BroughtAlong(string language)
    {
        var program = Assembly.GetExecutingAssembly();
        var names = program.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal) && IsOf(language, name[ResourcePrefix.Length..]));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(name)!, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
                yield return line;
        }
    }

    private static bool IsOf(string language, string file) =>
        file == $"{language}.txt" || (file.StartsWith($"{language}_", StringComparison.Ordinal) && file.EndsWith(".txt", StringComparison.Ordinal));
}
