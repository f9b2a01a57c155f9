using XttsSaas.Audio.Loudness;
using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Quality;

/// <summary>
/// Checks the clips of one dataset in order. It remembers their texts: the first clip with a text is good, the
/// later ones are duplicates.
/// </summary>
public sealed class QualityChecker(QualityOptions options)
{
    private const double IdeographShare = 3;
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The rules that a clip breaks; none when it is good. <paramref name="confidence"/> of its text is 0–1.</summary>
    public IReadOnlyList<QualityFinding> Check(double seconds, LoudnessReport loudness, string text, double confidence)
    {
        List<QualityFinding> findings = [];
        Add(seconds < options.MinSeconds, QualityRule.TooShort, $"Lasts {seconds:0.00} s; at least {options.MinSeconds:0.##} s are needed.");
        Add(seconds > options.MaxSeconds, QualityRule.TooLong, $"Lasts {seconds:0.00} s; {options.MaxSeconds:0.##} s is the most.");
        Add(loudness.ClippedShare > options.MaxClippedShare, QualityRule.Clipping, $"{loudness.ClippedShare:0.00%} of the samples are clipped; {options.MaxClippedShare:0.00%} is the most.");
        if (loudness.RmsDbfs < options.MinRmsDbfs)
            Add(true, QualityRule.Silence, $"Its level is {loudness.RmsDbfs:0.0} dBFS; at least {options.MinRmsDbfs:0.#} are needed.");
        else
            Add(loudness.SnrDb < options.MinSnrDb, QualityRule.LowSignalToNoise, $"Speech is {loudness.SnrDb:0.0} dB above the noise; at least {options.MinSnrDb:0.#} are needed.");
        CheckText(seconds, TranscriptText.Clean(text), confidence);
        return findings;

        void CheckText(double length, string clean, double certainty)
        {
            if (!TranscriptText.Speaks(clean))
            {
                Add(true, QualityRule.EmptyText, "Has no text.");
                return;
            }

            var scale = clean.Any(IsIdeograph) ? IdeographShare : 1;
            var rate = clean.Count(char.IsLetterOrDigit) / Math.Max(length, 0.01);
            var (least, most) = (options.MinCharactersPerSecond / scale, options.MaxCharactersPerSecond / scale);
            Add(rate < least || rate > most, QualityRule.SpeakingRate, $"{rate:0.0} letters per second; {least:0.0}–{most:0.0} is plausible.");
            Add(!_texts.Add(clean.ToLowerInvariant()), QualityRule.DuplicateText, "Another clip has the same text.");
            Add(certainty < options.MinConfidence, QualityRule.LowConfidence, $"The text fits with a confidence of {certainty:0.00}; at least {options.MinConfidence:0.##} is needed.");
        }

        void Add(bool broken, QualityRule rule, string reason)
        {
            if (broken)
                findings.Add(new QualityFinding(rule, reason));
        }
    }

    private static bool IsIdeograph(char character) =>
        character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF');
}
