using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Silo.Datasets;

/// <summary>
/// Turns work done into progress with the time left. Work is measured in seconds of audio; what an earlier run had
/// done already does not count for the speed.
/// </summary>
internal sealed class ProgressMeter(TimeProvider time, double total)
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(500);
    private readonly long _started = time.GetTimestamp();
    private long _reported;
    private double _worked;
    private double _skipped;

    /// <summary>Work that was found done.</summary>
    public void Skip(double seconds) => _skipped += seconds;

    public void Add(double seconds) => _worked += seconds;

    /// <summary>The progress to report now, or null when the last report was a moment ago.</summary>
    public JobProgress? Next(string step)
    {
        if (_reported != 0 && time.GetElapsedTime(_reported) < ShortestInterval)
            return null;
        _reported = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_started).TotalSeconds;
        var left = Math.Max(0, total - _skipped - _worked);
        double? secondsLeft = _worked > 0 && elapsed > 0 ? left * elapsed / _worked : null;
        return new JobProgress(step, (int)Math.Min(total, _skipped + _worked), (int)Math.Ceiling(total), secondsLeft);
    }
}
