namespace XttsSaas.Audio.Vad;

/// <summary>Turns probabilities into stretches of speech.</summary>
public static class SpeechRegions
{
    /// <summary>
    /// The regions of speech in seconds, in order, never touching, within [0, <paramref name="duration"/>].
    /// <paramref name="probabilities"/> has one value per <paramref name="frameSeconds"/>.
    /// </summary>
    public static IReadOnlyList<TimeRange> Find(
        IReadOnlyList<float> probabilities, double frameSeconds, double duration, VadOptions options)
    {
        var raw = Threshold(probabilities, frameSeconds, options);
        var regions = new List<TimeRange>(raw.Count);
        for (var i = 0; i < raw.Count; i++)
        {
            // A third of the silence at most goes to each neighbour, so padded regions stay apart.
            var before = i == 0 ? raw[i].Start : (raw[i].Start - raw[i - 1].End) / 3;
            var after = i == raw.Count - 1 ? duration - raw[i].End : (raw[i + 1].Start - raw[i].End) / 3;
            var region = new TimeRange(
                Math.Max(0, raw[i].Start - Math.Min(options.PaddingSeconds, before)),
                Math.Min(duration, raw[i].End + Math.Min(options.PaddingSeconds, Math.Max(0, after))));
            if (region.Length > 0)
                regions.Add(region);
        }

        return regions;
    }

    private static List<TimeRange> Threshold(IReadOnlyList<float> probabilities, double frameSeconds, VadOptions options)
    {
        var regions = new List<TimeRange>();
        int? start = null;
        int? silence = null;
        for (var frame = 0; frame < probabilities.Count; frame++)
        {
            if (probabilities[frame] >= options.Threshold)
            {
                start ??= frame;
                silence = null;
            }
            else if (start is not null && probabilities[frame] < options.Threshold - options.Hysteresis)
            {
                silence ??= frame;
                if ((frame + 1 - silence.Value) * frameSeconds >= options.MinSilenceSeconds)
                {
                    Close(silence.Value);
                    (start, silence) = (null, null);
                }
            }
        }

        if (start is not null)
            Close(silence ?? probabilities.Count);
        return regions;

        void Close(int end)
        {
            var region = new TimeRange(start!.Value * frameSeconds, end * frameSeconds);
            if (region.Length >= options.MinSpeechSeconds)
                regions.Add(region);
        }
    }
}
