namespace Compat.Contracts.Orleans;

/// <summary>The system's clock, which a test can make jump ahead: timers due within the jump fire at once, on the pool.</summary>
public sealed class JumpingClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<JumpingTimer> _timers = [];
    private TimeSpan _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return System.GetUtcNow() + _ahead;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JumpingTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Jump(TimeSpan time)
    {
        lock (_gate)
        {
            _ahead += time;
            foreach (var timer in _timers)
                timer.Arm();
        }
    }

    private sealed class JumpingTimer : ITimer
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly JumpingClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly ITimer _timer;
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public JumpingTimer(JumpingClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _callback = callback;
            _state = state;
            _timer = System.CreateTimer(
                static timer => ((JumpingTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                _clock._timers.Add(this);
                Arm();
            }

            return true;
        }

        public void Arm()
        {
            var left = _due - _clock.GetUtcNow();
            _timer.Change(left is null ? Timeout.InfiniteTimeSpan : Clamp(left.Value), Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            lock (_clock._gate)
            {
                _clock._timers.Remove(this);
                _timer.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private static TimeSpan Clamp(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;

        private void Fire()
        {
            lock (_clock._gate)
            {
                var now = _clock.GetUtcNow();
                if (_due is null || _due > now)
                {
                    Arm();
                    return;
                }

                _due = _period > TimeSpan.Zero ? now + _period : null;
                Arm();
            }

            _callback(_state);
        }
    }
}
