using System.Text;

namespace XttsSaas.Xtts.Text.Korean;

/// <summary>
/// Hangul in Latin letters by the academic form of the Revised Romanization of Korean: letter for letter, with a hyphen between two
/// syllables where the boundary could be read otherwise. Everything but composed syllables is kept as it is.
/// </summary>
public static class HangulRomanizer
{
    private const char First = '가';
    private const char Last = '힣';
    private const int Silent = 11; // ㅇ at the start of a syllable

    private static readonly string[] Initials = ["g", "kk", "n", "d", "tt", "l", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] Finals =
    [
        "", "g", "kk", "gs", "n", "nj", "nh", "d", "l", "lg", "lm", "lb", "ls", "lt", "lp", "lh", "m", "b", "bs", "s", "ss", "ng", "j", "ch",
        "k", "t", "p", "h",
    ];

    private static readonly bool[,] Ambiguous = AmbiguousPairs();

    /// <summary>The text with each syllable romanised: 값이 is "gabs-i".</summary>
    public static string Romanize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var romanized = new StringBuilder(text.Length * 3);
        int? previousFinal = null;
        foreach (var character in text)
        {
            if (character is < First or > Last)
            {
                romanized.Append(character);
                previousFinal = null;
                continue;
            }
            // Unicode lays the syllables out as initial x vowel x final (The Unicode Standard, section 3.12).
            var (rest, final) = Math.DivRem(character - First, Finals.Length);
            var (initial, vowel) = Math.DivRem(rest, Vowels.Length);
            if (previousFinal is { } before && (initial == Silent || Ambiguous[before, initial]))
                romanized.Append('-');
            romanized.Append(Initials[initial]).Append(Vowels[vowel]).Append(Finals[final]);
            previousFinal = final;
        }
        return romanized.ToString();
    }

    /// <summary>Pairs of final and initial whose letters together can be cut into a final and an initial in more than one way.</summary>
    private static bool[,] AmbiguousPairs()
    {
        var ambiguous = new bool[Finals.Length, Initials.Length];
        for (var final = 0; final < Finals.Length; final++)
        {
            for (var initial = 0; initial < Initials.Length; initial++)
            {
                var letters = Finals[final] + Initials[initial];
                // The cut after the last letter does not count: it leaves an empty initial, and that one is always marked.
                var cuts = Enumerable.Range(0, letters.Length).Count(cut => Finals.Contains(letters[..cut]) && Initials.Contains(letters[cut..]));
                ambiguous[final, initial] = cuts > 1;
            }
        }
        return ambiguous;
    }
}
