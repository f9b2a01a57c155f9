using System.Text.Json;
using XttsSaas.Tests.Golden;

namespace XttsSaas.Xtts.Tests.Text;

/// <summary>Sentences and what the reference makes of them, under tests/fixtures/text.</summary>
internal static class TextFixtures
{
    /// <summary>Rows of a file, each a set of named texts.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string file) =>
        JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllBytes(Path.Combine(GoldenPack.Folder, "..", "text", file)))!;

    /// <summary>Rows whose text came out otherwise: input, expected, actual.</summary>
    public static IReadOnlyList<string> Differences(string file, string input, string expected, Func<string, string> convert) =>
    [
        .. Rows(file).Where(row => row.ContainsKey(input) && row.ContainsKey(expected))
            .Select(row => (Input: row[input], Expected: row[expected], Actual: convert(row[input])))
            .Where(row => row.Actual != row.Expected)
            .Select(row => $"{row.Input}: expected {row.Expected}, was {row.Actual}"),
    ];
}
