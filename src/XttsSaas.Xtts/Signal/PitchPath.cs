namespace XttsSaas.Xtts.Signal;

/// <summary>
/// The cheapest path through the frames' pitch candidates (Boersma 1993): a frame costs its aperiodicity, or the threshold where it is
/// left unvoiced; an octave between neighbours and a change of voicing cost too. So a single frame that fits an octave higher
/// does not jump, and no hole opens in a vowel. What is voiced for less than 30 ms is no voice but the ring of a plosive.
/// </summary>
internal sealed class PitchPath(double threshold, double hopSeconds)
{
    // Praat's costs, which are per 10 ms.
    private readonly double _octaveJump = 0.35 * 0.01 / hopSeconds;
    private readonly double _voicingChange = 0.07 * 0.01 / hopSeconds;
    private readonly int _shortestVoicing = (int)Math.Ceiling(0.03 / hopSeconds);

    /// <summary>[frames] in Hz, 0 where unvoiced.</summary>
    public float[] Through(PitchCandidate[][] candidates)
    {
        // State 0 is unvoiced, state k the frame's candidate k - 1.
        var from = new int[candidates.Length][];
        double[] costs = [0];
        for (var frame = 0; frame < candidates.Length; frame++)
            (costs, from[frame]) = Step(costs, frame == 0 ? [] : candidates[frame - 1], candidates[frame]);
        var hertz = new float[candidates.Length];
        var state = Array.IndexOf(costs, costs.Min());
        for (var frame = candidates.Length - 1; frame >= 0; frame--)
        {
            hertz[frame] = state == 0 ? 0 : candidates[frame][state - 1].Hertz;
            state = from[frame][state];
        }
        DropShortVoicing(hertz);
        return hertz;
    }

    private void DropShortVoicing(Span<float> hertz)
    {
        for (var start = 0; start < hertz.Length;)
        {
            var end = start;
            while (end < hertz.Length && hertz[end] > 0)
                end++;
            if (end - start < _shortestVoicing)
                hertz[start..end].Clear();
            start = end + 1;
        }
    }

    private (double[] Costs, int[] From) Step(double[] before, PitchCandidate[] previous, PitchCandidate[] current)
    {
        var costs = new double[current.Length + 1];
        var from = new int[current.Length + 1];
        for (var to = 0; to < costs.Length; to++)
        {
            costs[to] = double.PositiveInfinity;
            for (var state = 0; state < before.Length; state++)
            {
                var cost = before[state] + Transition(previous, state, current, to);
                if (cost < costs[to])
                    (costs[to], from[to]) = (cost, state);
            }
            costs[to] += to > 0 ? current[to - 1].Cost : current.Length > 0 ? threshold : 0;
        }
        return (costs, from);
    }

    private double Transition(PitchCandidate[] previous, int state, PitchCandidate[] current, int to) => (state, to) switch
    {
        (0, 0) => 0,
        (0, _) or (_, 0) => _voicingChange,
        _ => _octaveJump * Math.Abs(Math.Log2(previous[state - 1].Hertz / current[to - 1].Hertz)),
    };
}
