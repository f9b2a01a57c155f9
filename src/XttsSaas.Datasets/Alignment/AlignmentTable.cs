namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// The best step to every pair (i regions, j units) whose times differ by no more than a band; what lies outside is
/// neither kept nor reached. Row i holds the units from <c>_first[i]</c> on.
/// </summary>
internal sealed class AlignmentTable
{
    private readonly int[] _first;
    private readonly AlignmentStep?[][] _rows;
    private readonly int _units;

    /// <param name="spoken">Seconds of speech in the first i regions, for every i.</param>
    /// <param name="expected">Seconds that the first j units should take, for every j.</param>
    public AlignmentTable(double[] spoken, double[] expected, double band)
    {
        _units = expected.Length - 1;
        _first = Array.ConvertAll(spoken, time => LowerBound(expected, time - band));
        _rows = new AlignmentStep?[spoken.Length][];
        for (var i = 0; i < spoken.Length; i++)
            _rows[i] = new AlignmentStep?[Math.Max(0, LowerBound(expected, spoken[i] + band) - _first[i])];
        // The last pair stays in reach however the sums were rounded.
        if (_first[^1] + _rows[^1].Length <= _units)
            _rows[^1] = new AlignmentStep?[_units + 1 - _first[^1]];
    }

    public AlignmentStep this[int i, int j] => _rows[i][j - _first[i]]!.Value;

    public void Offer(int i, int j, AlignmentStep step)
    {
        var column = j - _first[i];
        if (column < 0 || column >= _rows[i].Length)
            return;
        ref var best = ref _rows[i][column];
        if (best is null || step.Cost < best.Value.Cost)
            best = step;
    }

    /// <summary>The units reached with i regions, in order; a unit reached while they are listed comes too.</summary>
    public IEnumerable<int> Reached(int i)
    {
        for (var column = 0; column < _rows[i].Length; column++)
        {
            if (_rows[i][column] is not null)
                yield return column + _first[i];
        }
    }

    /// <summary>The steps from (0, 0) to the last pair.</summary>
    public AlignmentStep[] Trace()
    {
        var steps = new List<AlignmentStep>();
        var (i, j) = (_rows.Length - 1, _units);
        while (i > 0 || j > 0)
        {
            var step = this[i, j];
            steps.Add(step);
            (i, j) = (i - step.Regions, j - step.Units);
        }

        steps.Reverse();
        return [.. steps];
    }

    /// <summary>The first index whose value is not below the bound.</summary>
    private static int LowerBound(double[] sorted, double bound)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
