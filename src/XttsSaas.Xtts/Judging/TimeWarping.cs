using System.Numerics.Tensors;

namespace XttsSaas.Xtts.Judging;

/// <summary>
/// Dynamic time warping of mel-cepstra (Sakoe and Chiba 1978, symmetric form): steps (1,0) and (0,1) count once, (1,1) twice, and the
/// sum is divided by the frames of both. A pair of frames is as far apart as Kubichek's mel-cepstral distortion (1993) says:
/// 10 / ln 10 · √(2 Σ (c - c')²), in dB.
/// </summary>
public static class TimeWarping
{
    private static readonly double Scale = 10 / Math.Log(10) * Math.Sqrt(2);

    private enum Step : byte
    {
        Both,
        First,
        Second,
    }

    /// <summary>
    /// The distance in dB after an alignment in which steps along one recording only cost <paramref name="stretchCost"/> times as much.
    /// </summary>
    public static double Distance(MelCepstra first, MelCepstra second, double stretchCost)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Accumulate(first, second, stretchCost, null);
    }

    /// <summary>The alignment with its mel-cepstral distortion.</summary>
    public static WarpingPath Align(MelCepstra first, MelCepstra second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var steps = new Step[first.Frames * second.Frames]; // [first, second]
        var distance = Accumulate(first, second, 1, steps);
        var path = new List<(int, int)>(first.Frames + second.Frames);
        var (i, j) = (first.Frames - 1, second.Frames - 1);
        while (true)
        {
            path.Add((i, j));
            if (i == 0 && j == 0)
                break;
            var step = steps[(i * second.Frames) + j];
            (i, j) = (step == Step.Second ? i : i - 1, step == Step.First ? j : j - 1);
        }
        path.Reverse();
        return new WarpingPath(distance, path);
    }

    private static double Accumulate(MelCepstra first, MelCepstra second, double stretchCost, Step[]? steps)
    {
        var (before, costs) = (new double[second.Frames], new double[second.Frames]);
        for (var i = 0; i < first.Frames; i++)
        {
            for (var j = 0; j < second.Frames; j++)
            {
                var distance = TensorPrimitives.Distance(first[i], second[j]);
                var (cost, step) = (double.PositiveInfinity, Step.Both);
                if (i == 0 && j == 0)
                    cost = 2 * distance;
                if (i > 0 && j > 0)
                    cost = before[j - 1] + (2 * distance);
                if (i > 0 && before[j] + (stretchCost * distance) < cost)
                    (cost, step) = (before[j] + (stretchCost * distance), Step.First);
                if (j > 0 && costs[j - 1] + (stretchCost * distance) < cost)
                    (cost, step) = (costs[j - 1] + (stretchCost * distance), Step.Second);
                costs[j] = cost;
                if (steps is not null)
                    steps[(i * second.Frames) + j] = step;
            }
            (before, costs) = (costs, before);
        }
        return Scale * before[^1] / (first.Frames + second.Frames);
    }
}
