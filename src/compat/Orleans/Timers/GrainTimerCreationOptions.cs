using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime
{
    /// <summary>When a grain timer ticks and how its ticks run.</summary>
    public readonly struct GrainTimerCreationOptions()
    {
        [SetsRequiredMembers]
        public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
        {
            DueTime = dueTime;
            Period = period;
        }

        /// <summary>Time to the first tick; infinite for none.</summary>
        public required TimeSpan DueTime { get; init; }

        /// <summary>Time from the end of one tick to the next; infinite for a single tick.</summary>
        public required TimeSpan Period { get; init; }

        /// <summary>Whether a tick may interleave with calls; by default it waits for its turn.</summary>
        public bool Interleave { get; init; }

        /// <summary>Whether ticks keep the activation from being idle.</summary>
        public bool KeepAlive { get; init; }
    }

    public interface IGrainTimer : IDisposable
    {
        void Change(TimeSpan dueTime, TimeSpan period);
    }
}

namespace Orleans.Timers
{
    public interface ITimerRegistry
    {
        Runtime.IGrainTimer RegisterGrainTimer<TState>(
            Runtime.IGrainContext grainContext,
            Func<TState, CancellationToken, Task> callback,
            TState state,
            Runtime.GrainTimerCreationOptions options);
    }
}
