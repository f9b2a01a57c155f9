namespace XttsSaas.Training.Configuration;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest edits (Levenshtein 1966) to <paramref name="name"/>, case aside; null without candidates.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates.MinBy(candidate => Edits(name, candidate));

    /// <summary>Insertions, deletions and replacements that turn one name into the other.</summary>
    public static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
