using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>The clock of one reminder. A tick that is still running when the next is due lets that one fall.</summary>
internal sealed class ReminderClock : IDisposable
{
    private readonly ReminderEntry _entry;
    private readonly TimeProvider _time;
    private readonly Func<ReminderEntry, TickStatus, Task> _tick;
    private readonly ITimer _timer;
    private volatile bool _disposed;

    public ReminderClock(ReminderEntry entry, TimeProvider time, Func<ReminderEntry, TickStatus, Task> tick)
    {
        _entry = entry;
        _time = time;
        _tick = tick;
        using (Flow.Suppress())
        {
            _timer = time.CreateTimer(
                static state => _ = ((ReminderClock)state!).FireAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Arm();
    }

    public string? ETag => _entry.ETag;

    public void Dispose()
    {
        _disposed = true;
        _timer.Dispose();
    }

    private void Arm()
    {
        var sinceFirst = _time.GetUtcNow().UtcDateTime - _entry.StartAt;
        var due = sinceFirst <= TimeSpan.Zero
            ? -sinceFirst
            : _entry.Period <= TimeSpan.Zero
                ? TimeSpan.Zero
                : TimeSpan.FromTicks(_entry.Period.Ticks - (sinceFirst.Ticks % _entry.Period.Ticks));

        // A framework timer takes at most 49 days; a longer wait wakes up in between and arms itself again.
        _timer.Change(due < MaxWait ? due : MaxWait, Timeout.InfiniteTimeSpan);
    }

    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(45);

    private async Task FireAsync()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        if (now >= _entry.StartAt)
            await _tick(_entry, new(_entry.StartAt, _entry.Period, now));
        if (!_disposed)
            Arm();
    }
}
