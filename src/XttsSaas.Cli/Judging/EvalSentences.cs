using System.Reflection;
using System.Text;
using XttsSaas.Datasets.Synthetic;

namespace XttsSaas.Cli.Judging;

/// <summary>The sentences that models are judged with; no corpus holds them.</summary>
internal static class EvalSentences
{
    private const string ResourcePrefix = "Judging.Sentences.";

    /// <summary>The hundred that the program brings along.</summary>
    public static IReadOnlyList<string> BroughtAlong(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{ResourcePrefix}{language}.txt")
            ?? throw new CorpusException(CorpusFault.WrongRequest, $"There are no sentences of '{language}'; bring some with --sentences.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Clean(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>One sentence a line.</summary>
    /// <exception cref="CorpusException">Fewer than two sentences: there would be nothing to tell apart.</exception>
    public static IReadOnlyList<string> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new CorpusException(CorpusFault.WrongRequest, $"There is no file {file.FullName}.");
        var sentences = Clean(File.ReadLines(file.FullName, Encoding.UTF8));
        return sentences.Count >= 2
            ? sentences
            : throw new CorpusException(CorpusFault.WrongRequest, $"{file.FullName} has {sentences.Count} sentence(s); two at least are needed, one a line.");
    }

    private static List<string> Clean(IEnumerable<string> lines) => [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];
}
