namespace XttsSaas.Inference.Sampling;

/// <summary>
/// The score processors of Hugging Face's generate, each in place. Their order is: repetition penalty, and when sampling temperature,
/// top-k, top-p. Removed entries become negative infinity.
/// </summary>
internal static class ScoreProcessors
{
    /// <summary>Divides positive and multiplies negative scores of every id seen.</summary>
    public static void RepetitionPenalty(Span<float> scores, IEnumerable<int> seen, double penalty)
    {
        var factor = (float)penalty;
        foreach (var id in seen)
            scores[id] = scores[id] > 0 ? scores[id] / factor : scores[id] * factor;
    }

    public static void Temperature(Span<float> scores, double temperature)
    {
        var divisor = (float)temperature;
        foreach (ref var score in scores)
            score /= divisor;
    }

    /// <summary>Keeps scores that are at least the k-th best; ties stay.</summary>
    public static void TopK(Span<float> scores, int k)
    {
        if (k <= 0 || k >= scores.Length)
            return;
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        var least = sorted[^k];
        foreach (ref var score in scores)
        {
            if (score < least)
                score = float.NegativeInfinity;
        }
    }

    /// <summary>From the worst upwards removes entries while their cumulative probability is at most 1 - p; the best always stays.</summary>
    public static void TopP(Span<float> scores, double p)
    {
        if (p >= 1)
            return;
        var probabilities = Softmax(scores);
        var order = new List<int>();
        for (var id = 0; id < scores.Length; id++)
        {
            if (!float.IsNegativeInfinity(scores[id]))
                order.Add(id);
        }
        var snapshot = scores.ToArray();
        order.Sort((a, b) => snapshot[a] != snapshot[b] ? snapshot[a].CompareTo(snapshot[b]) : a.CompareTo(b));
        var cumulative = 0.0;
        foreach (var id in order.SkipLast(1))
        {
            cumulative += probabilities[id];
            if (cumulative > 1 - p)
                break;
            scores[id] = float.NegativeInfinity;
        }
    }

    /// <summary>Probabilities that sum to one.</summary>
    public static double[] Softmax(ReadOnlySpan<float> scores)
    {
        var best = float.NegativeInfinity;
        foreach (var score in scores)
            best = MathF.Max(best, score);
        var probabilities = new double[scores.Length];
        var sum = 0.0;
        for (var id = 0; id < scores.Length; id++)
            sum += probabilities[id] = Math.Exp(scores[id] - (double)best);
        for (var id = 0; id < scores.Length; id++)
            probabilities[id] /= sum;
        return probabilities;
    }
}
