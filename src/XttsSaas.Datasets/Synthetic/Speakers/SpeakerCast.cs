using XttsSaas.Xtts.Corpus;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Datasets.Synthetic.Speakers;

/// <summary>
/// Draws the speakers. The unseen ones get variants of their own; the others share what is left, and where several have one variant,
/// their pitches are clearly apart.
/// </summary>
public static class SpeakerCast
{
    /// <summary>Speakers for the tests of cloning.</summary>
    public const int Unseen = UnseenHigh + UnseenLow;

    private const int UnseenHigh = 4, UnseenLow = 8;

    /// <summary>How far the pitches of two speakers with one variant are apart at least, of 0-100.</summary>
    public const int PitchDistance = 15;

    private const int LowestPitch = 20, HighestPitch = 80;
    private const int LowestFormants = 88, HighestFormants = 114;
    private const int MostPerVariant = ((HighestPitch - LowestPitch) / PitchDistance) + 1;

    /// <summary>The most speakers of training that can be told apart.</summary>
    public static int MostTraining => (EspeakVariants.High.Count + EspeakVariants.Low.Count - Unseen) * MostPerVariant;

    /// <summary>The largest crowd.</summary>
    public const int MostCrowd = 10_000;

    /// <summary>The id of a place in <see cref="Draw"/>'s list.</summary>
    public static string IdOf(int place) => $"s{place:000}";

    /// <summary>The speakers of training, s000 first, then the unseen ones.</summary>
    /// <param name="training">Speakers of training, 1 to <see cref="MostTraining"/>.</param>
    public static IReadOnlyList<CorpusSpeaker> Draw(int training, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(training, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(training, MostTraining);
        var draws = new SeededStream(seed, "speakers");
        var high = Shuffled(EspeakVariants.High, draws);
        var low = Shuffled(EspeakVariants.Low, draws);
        var shared = Shuffled([.. high[UnseenHigh..], .. low[UnseenLow..]], draws);
        var pitches = shared.Select((_, place) => Pitches((training - place + shared.Length - 1) / shared.Length, draws)).ToArray();
        var speakers = new List<CorpusSpeaker>(training + Unseen);
        for (var i = 0; i < training; i++)
            Add(SpeakerSplit.Training, shared[i % shared.Length], pitches[i % shared.Length][i / shared.Length]);
        foreach (var variant in high[..UnseenHigh].Concat(low[..UnseenLow]))
            Add(SpeakerSplit.Unseen, variant, draws.NextInt(LowestPitch, HighestPitch));
        return speakers;

        void Add(SpeakerSplit split, string variant, int pitch) => speakers.Add(
            new CorpusSpeaker(IdOf(speakers.Count), split, variant, pitch, Range: draws.NextInt(30, 70), Speed: draws.NextInt(150, 200)));
    }

    /// <summary>
    /// Speakers of training with whom nearly every voice between is heard: the variants of <see cref="Draw"/>'s speakers of training at any
    /// pitch, and with longer and shorter vocal tracts. None needs to be told from every other.
    /// </summary>
    /// <param name="cast">What <see cref="Draw"/> gave.</param>
    /// <param name="count">0 to <see cref="MostCrowd"/>.</param>
    public static IReadOnlyList<CorpusSpeaker> Crowd(IReadOnlyList<CorpusSpeaker> cast, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(cast);
        var draws = new SeededStream(seed, "crowd");
        string[] variants = [.. cast.Where(speaker => speaker.Split == SpeakerSplit.Training).Select(speaker => speaker.Variant).Distinct()];
        return [.. Enumerable.Range(0, count).Select(i => new CorpusSpeaker(
            $"c{i:0000}", SpeakerSplit.Training, variants[i % variants.Length], Pitch: draws.NextInt(LowestPitch, HighestPitch),
            Range: draws.NextInt(30, 70), Speed: draws.NextInt(150, 200), Formants: draws.NextInt(LowestFormants, HighestFormants)))];
    }

    private static string[] Shuffled(IReadOnlyList<string> variants, SeededStream draws) =>
        [.. draws.Permutation(variants.Count).Select(place => variants[place])];

    /// <summary>Pitches in random order, each <see cref="PitchDistance"/> or more from the others.</summary>
    private static int[] Pitches(int count, SeededStream draws)
    {
        if (count <= 0)
            return [];
        // Sorted draws from what the distances leave over, then the distances put back.
        var slack = HighestPitch - LowestPitch - (PitchDistance * (count - 1));
        var sorted = Enumerable.Range(0, count).Select(_ => draws.NextInt(0, slack)).Order().ToArray();
        return [.. draws.Permutation(count).Select(place => LowestPitch + sorted[place] + (place * PitchDistance))];
    }
}
