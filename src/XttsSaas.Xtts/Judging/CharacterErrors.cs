namespace XttsSaas.Xtts.Judging;

/// <summary>Insertions, deletions and substitutions between what was to be said and what was heard.</summary>
/// <param name="Errors">Edits at least.</param>
/// <param name="Characters">Of the text to be said: letters, digits and single spaces.</param>
public readonly record struct CharacterErrors(int Errors, int Characters)
{
    /// <summary>Compares without case and punctuation.</summary>
    public static CharacterErrors Between(string text, string heard)
    {
        var (expected, found) = (Plain(text), Plain(heard));
        var costs = Enumerable.Range(0, found.Length + 1).ToArray();
        for (var i = 1; i <= expected.Length; i++)
        {
            var diagonal = costs[0];
            costs[0] = i;
            for (var j = 1; j <= found.Length; j++)
            {
                var substitution = diagonal + (expected[i - 1] == found[j - 1] ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.Min(substitution, Math.Min(costs[j], costs[j - 1]) + 1);
            }
        }
        return new CharacterErrors(costs[^1], expected.Length);
    }

    private static string Plain(string text) => string.Join(
        ' ', new string([.. text.ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
