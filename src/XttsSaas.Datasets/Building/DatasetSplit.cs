using XttsSaas.Datasets.Transcripts;

namespace XttsSaas.Datasets.Building;

/// <summary>
/// Chooses the clips that a run is validated on. Clips of one recording sound alike, so whole recordings are held out
/// where some of them together have the wanted number of clips; otherwise one recording is split at one place. A text
/// is never on both sides.
/// </summary>
public static class DatasetSplit
{
    /// <summary>Held-out clips may miss the wanted number by this share of all clips if that keeps recordings whole.</summary>
    private const double Tolerance = 0.02;

    /// <summary>For every clip, whether it is held out. With two clips or more both sides have one.</summary>
    public static bool[] HoldOut(IReadOnlyList<BuildClip> clips, double share, int seed)
    {
        var heldOut = new bool[clips.Count];
        if (clips.Count < 2)
            return heldOut;
        var wanted = Math.Clamp((int)Math.Round(clips.Count * share), 1, clips.Count - 1);
        var random = new Random(seed);
        int[][] sources =
        [
            .. clips.Select((clip, index) => (clip.Source, index))
                .GroupBy(clip => clip.Source, clip => clip.index, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => group.ToArray()),
        ];
        random.Shuffle(sources);
        var chosen = WholeSources(sources, wanted, (int)(clips.Count * Tolerance)) ?? OneSplitSource(sources, wanted);
        foreach (var index in chosen)
            heldOut[index] = true;
        MoveSharedTexts(clips, heldOut);
        return heldOut;
    }

    /// <summary>Whole sources with the number of clips nearest to the wanted one, or null where none is near enough.</summary>
    private static List<int>? WholeSources(int[][] sources, int wanted, int tolerance)
    {
        var most = wanted + tolerance;
        var last = new int[most + 1]; // last[n]: 1 + the source that completed a choice of n clips; 0: none did
        var reached = new bool[most + 1];
        reached[0] = true;
        for (var source = 0; source < sources.Length; source++)
        {
            for (var count = most; count >= sources[source].Length; count--)
            {
                if (!reached[count] && reached[count - sources[source].Length])
                    (reached[count], last[count]) = (true, source + 1);
            }
        }

        var found = Enumerable.Range(0, most + 1)
            .Where(count => count > 0 && reached[count] && Math.Abs(count - wanted) <= tolerance)
            .OrderBy(count => Math.Abs(count - wanted))
            .FirstOrDefault();
        if (found == 0)
            return null;
        List<int> chosen = [];
        for (var count = found; count > 0; count -= sources[last[count] - 1].Length)
            chosen.AddRange(sources[last[count] - 1]);
        return chosen;
    }

    private static List<int> OneSplitSource(int[][] sources, int wanted)
    {
        List<int> chosen = [];
        foreach (var source in sources)
        {
            // The end of a recording: one place where the sides touch.
            chosen.AddRange(source.TakeLast(wanted - chosen.Count));
            if (chosen.Count == wanted)
                break;
        }

        return chosen;
    }

    private static void MoveSharedTexts(IReadOnlyList<BuildClip> clips, bool[] heldOut)
    {
        var texts = clips.Where((_, index) => heldOut[index]).Select(Key).ToHashSet(StringComparer.Ordinal);
        if (clips.All(clip => texts.Contains(Key(clip))))
            return;
        for (var index = 0; index < heldOut.Length; index++)
            heldOut[index] |= texts.Contains(Key(clips[index]));
    }

    private static string Key(BuildClip clip) => TranscriptText.Clean(clip.Text).ToLowerInvariant();
}
