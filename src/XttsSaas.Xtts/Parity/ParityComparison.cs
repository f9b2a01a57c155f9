using System.Globalization;

namespace XttsSaas.Xtts.Parity;

/// <summary>Compares a computed output with a case's: |a - b| &lt;= atol + rtol * |b| for every element, integers and infinities exactly.</summary>
public static class ParityComparison
{
    public static ParityVerdict Compare(ParityCase test, ParityOutput actual)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(actual);
        if (!test.Outputs.TryGetValue(actual.Name, out var entry))
            return new ParityVerdict(actual.Name, double.NaN, double.NaN, default, "the case has no such output");
        return entry.IsInteger
            ? Integers(actual, test.ExpectedIds(actual.Name))
            : Values(actual.Name, actual.Values ?? [], test.Expected(actual.Name), entry.Tolerance);
    }

    /// <summary>The same for values at hand.</summary>
    public static ParityVerdict Values(string name, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected, Tolerance tolerance)
    {
        if (actual.Length != expected.Length)
            return new ParityVerdict(name, double.NaN, double.NaN, tolerance, Text($"expected {expected.Length} values, got {actual.Length}"));
        var (largest, error, norm) = (0.0, 0.0, 0.0);
        var (worst, at) = (0.0, -1);
        for (var i = 0; i < expected.Length; i++)
        {
            if (float.IsInfinity(expected[i]) && expected[i].Equals(actual[i]))
                continue;
            var difference = Math.Abs((double)actual[i] - expected[i]);
            largest = double.IsNaN(difference) ? double.NaN : Math.Max(largest, difference);
            error += difference * difference;
            norm += (double)expected[i] * expected[i];
            var excess = difference - (tolerance.Absolute + (tolerance.Relative * Math.Abs(expected[i])));
            if (!(excess <= worst))
                (worst, at) = (double.IsNaN(excess) ? double.PositiveInfinity : excess, i);
        }
        var fault = at < 0 ? null : Text($"[{at}]: expected {expected[at]:R}, got {actual[at]:R}");
        return new ParityVerdict(name, largest, norm == 0 ? Math.Sqrt(error) : Math.Sqrt(error / norm), tolerance, fault);
    }

    private static ParityVerdict Integers(ParityOutput actual, int[] expected)
    {
        if (actual.Integers is not { } integers || integers.Length != expected.Length)
            return new ParityVerdict(actual.Name, double.NaN, double.NaN, default, Text($"expected {expected.Length} integers, got {actual.Integers?.Length ?? 0}"));
        for (var i = 0; i < expected.Length; i++)
        {
            if (integers[i] != expected[i])
                return new ParityVerdict(actual.Name, Math.Abs((double)integers[i] - expected[i]), double.NaN, default, Text($"[{i}]: expected {expected[i]}, got {integers[i]}"));
        }
        return new ParityVerdict(actual.Name, 0, 0, default, null);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
