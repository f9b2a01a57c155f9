using XttsSaas.Xtts.Text;

namespace XttsSaas.Inference.Engine;

/// <summary>A request's text cut into sentences that fit the model.</summary>
internal static class TextPlan
{
    // Speech rates differ: a Chinese character is a syllable, an English one about a third of that. The limits are three times a slow speaker's.
    private const int CodesForSilence = 24;
    private const int CodesPerLetter = 4;
    private const int CodesPerIdeograph = 14;

    /// <summary>Sentences in order, each with fewer than <paramref name="maxTokens"/> ids.</summary>
    public static IReadOnlyList<PlannedSentence> Make(XttsTokenizer tokenizer, string text, string language, int maxTokens)
    {
        var sentences = new List<PlannedSentence>();
        var position = 0;
        foreach (var part in SentenceSplitter.Split(text, language))
            Add(part);
        if (sentences.Count > 0)
            sentences[^1] = sentences[^1] with { EndsAt = text.Length };
        return sentences;

        void Add(string part)
        {
            var ids = tokenizer.Encode(part.Trim().ToLowerInvariant(), language);
            if (ids.Length >= maxTokens && SentenceSplitter.Split(part, language, (part.Length + 1) / 2) is { Count: > 1 } halves)
            {
                // Numbers in words can be much longer than their digits.
                foreach (var half in halves)
                    Add(half);
                return;
            }
            position = Advance(text, position, part);
            sentences.Add(new PlannedSentence(part, ids, position));
        }
    }

    /// <summary>
    /// How many codes a sentence may take before it counts as a runaway: a first guard against a model that never stops.
    /// </summary>
    public static int CodeLimit(string sentence, string language)
    {
        var perCharacter = XttsLanguages.Base(language) is "zh" or "ja" or "ko" ? CodesPerIdeograph : CodesPerLetter;
        return CodesForSilence + (perCharacter * sentence.Length);
    }

    /// <summary>Where in the text a part ends, given that only white space was changed.</summary>
    private static int Advance(string text, int position, string part)
    {
        foreach (var _ in part.Where(character => !char.IsWhiteSpace(character)))
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            position++;
        }
        return Math.Min(position, text.Length);
    }
}
