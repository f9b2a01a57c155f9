using XttsSaas.Xtts.Corpus;

namespace XttsSaas.Training.Pretraining.Features;

/// <summary>Which letter of the text is being spoken: known where words begin and end, and in proportion to time inside a word.</summary>
public static class LetterTrack
{
    /// <summary>
    /// The letter in the middle of each of <paramref name="codes"/> codes, 0 … text length, never falling; empty where the corpus does
    /// not say where words begin.
    /// </summary>
    public static float[] PerCode(CorpusClip clip, int codes, int samplesPerCode)
    {
        var anchors = Anchors(clip);
        if (anchors.Count == 0)
            return [];
        var letters = new float[codes];
        var next = 0;
        for (var code = 0; code < codes; code++)
        {
            var middle = (code + 0.5) * samplesPerCode;
            while (next < anchors.Count && anchors[next].Sample <= middle)
                next++;
            letters[code] = (float)(next == 0 ? anchors[0].Letter : next == anchors.Count ? anchors[^1].Letter : Between(anchors[next - 1], anchors[next], middle));
        }

        return letters;
    }

    private static double Between((int Sample, int Letter) before, (int Sample, int Letter) after, double sample) =>
        before.Letter + ((after.Letter - before.Letter) * (sample - before.Sample) / (after.Sample - before.Sample));

    // Of every word its beginning and its end; the letter of the end is the last one before the next word.
    private static List<(int Sample, int Letter)> Anchors(CorpusClip clip)
    {
        var spoken = clip.Phonemes.Where(span => span.Symbol != PhonemeSpan.Pause && span.Letter >= 0).ToList();
        var anchors = new List<(int Sample, int Letter)>();
        for (var i = 0; i < spoken.Count; i++)
        {
            if (i == 0 || spoken[i].Letter != spoken[i - 1].Letter)
                Add(spoken[i].Start, spoken[i].Letter);
            if (i == spoken.Count - 1)
                Add(spoken[i].End, clip.Text.Length);
            else if (spoken[i].Letter != spoken[i + 1].Letter)
                Add(spoken[i].End, spoken[i + 1].Letter - 1);
        }

        return anchors;

        // The synthesizer now and then names an earlier word again.
        void Add(int sample, int letter)
        {
            if (anchors.Count == 0 || (sample > anchors[^1].Sample && letter >= anchors[^1].Letter))
                anchors.Add((sample, Math.Min(letter, clip.Text.Length)));
        }
    }
}
