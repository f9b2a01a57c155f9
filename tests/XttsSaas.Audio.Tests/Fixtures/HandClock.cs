namespace XttsSaas.Audio.Tests.Fixtures;

/// <summary>A clock whose timers run out when the test says so.</summary>
public sealed class HandClock : TimeProvider
{
    private readonly List<Action> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _timers.Add(() => callback(state));
        return new HandTimer();
    }

    public void RunOut() => _timers.ForEach(timer => timer());

    private sealed class HandTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
