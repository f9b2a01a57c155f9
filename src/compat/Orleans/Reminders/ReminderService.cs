using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Calls;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Reminders;

/// <summary>
/// Keeps one clock per reminder of the table and calls its grain at each tick. Ticks lie on the grid
/// first tick + n × period; those missed while the process was down are not made up, the next one on the grid comes.
/// The table is read at the start and again from time to time, for changes made past this service.
/// </summary>
internal sealed partial class ReminderService(
    IReminderTable table, GrainHost host, TimeProvider time, IOptions<ReminderOptions> options, ILogger<ReminderService> logger)
    : IReminderRegistry, ILifecycleParticipant<ISiloLifecycle>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId, string), ReminderClock> _clocks = [];
    private ITimer? _refresh;
    private bool _started;

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(IReminderTable), ServiceLifecycleStage.RuntimeGrainServices, table.StartAsync, table.StopAsync);
        lifecycle.Subscribe(nameof(ReminderService), ServiceLifecycleStage.BecomeActive, StartAsync, StopAsync);
    }

    public async Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(dueTime), "Cannot use InfiniteTimeSpan dueTime to create a reminder");
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period == Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(period), "Cannot use InfiniteTimeSpan period to create a reminder");
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.Value.MinimumReminderPeriod)
        {
            throw new ArgumentException($"Cannot register reminder {reminderName} as requested period ({period}) is less than minimum "
                + $"allowed reminder period ({options.Value.MinimumReminderPeriod})");
        }

        var entry = new ReminderEntry
        {
            GrainId = callingGrainId,
            ReminderName = reminderName,
            StartAt = time.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        entry.ETag = await table.UpsertRow(entry)
            ?? throw new ReminderException($"Could not register reminder {entry}, the table did not accept it.");
        Schedule(entry);
        return new ReminderHandle(entry.GrainId, entry.ReminderName, entry.ETag);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        if (reminder is not ReminderHandle handle)
            throw new ArgumentException("The reminder was not made by this service.", nameof(reminder));

        if (await table.ReadRow(callingGrainId, handle.ReminderName) is { } row
            && !await table.RemoveRow(callingGrainId, handle.ReminderName, handle.ETag))
        {
            throw new ReminderException($"Could not unregister reminder {row}, because it was changed since; get it again and retry.");
        }

        lock (_gate)
        {
            if (_clocks.Remove((callingGrainId, handle.ReminderName), out var clock))
                clock.Dispose();
        }
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        await table.ReadRow(callingGrainId, reminderName) is { } row ? Handle(row) : null;

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await table.ReadRows(callingGrainId)).Reminders.Select(Handle)];

    private static ReminderHandle Handle(ReminderEntry row) => new(row.GrainId, row.ReminderName, row.ETag!);

    private async Task StartAsync(CancellationToken cancellation)
    {
        _started = true;
        await ReadTableAsync();
        using (Flow.Suppress())
        {
            _refresh = time.CreateTimer(
                _ => _ = RefreshAsync(), null, options.Value.RefreshReminderListPeriod, options.Value.RefreshReminderListPeriod);
        }
    }

    private Task StopAsync(CancellationToken cancellation)
    {
        _refresh?.Dispose();
        lock (_gate)
        {
            _started = false;
            foreach (var clock in _clocks.Values)
                clock.Dispose();

            _clocks.Clear();
        }

        return Task.CompletedTask;
    }

    private async Task RefreshAsync()
    {
        try
        {
            await ReadTableAsync();
        }
        catch (Exception exception)
        {
            LogRefreshFailed(exception);
        }
    }

    private async Task ReadTableAsync()
    {
        Dictionary<(GrainId, string), ReminderClock> before;
        lock (_gate)
            before = new(_clocks);

        var rows = (await table.ReadRows(0, 0)).Reminders;
        foreach (var row in rows)
            Schedule(row);

        lock (_gate)
        {
            // Only what was there before the read and is gone now: a reminder registered meanwhile stays.
            var present = rows.Select(row => (row.GrainId, row.ReminderName)).ToHashSet();
            foreach (var (key, clock) in before)
            {
                if (!present.Contains(key) && _clocks.GetValueOrDefault(key) == clock && _clocks.Remove(key))
                    clock.Dispose();
            }
        }
    }

    private void Schedule(ReminderEntry entry)
    {
        lock (_gate)
        {
            var key = (entry.GrainId, entry.ReminderName);
            if (!_started || (_clocks.TryGetValue(key, out var current) && current.ETag == entry.ETag))
                return;

            _clocks.GetValueOrDefault(key)?.Dispose();
            _clocks[key] = new(entry, time, TickAsync);
        }
    }

    private async Task TickAsync(ReminderEntry entry, TickStatus status)
    {
        try
        {
            var grain = host.GrainFactory.GetGrain<IRemindable>(entry.GrainId);
            await grain.ReceiveReminder(entry.ReminderName, status);
        }
        catch (Exception exception)
        {
            LogTickFailed(entry.ReminderName, entry.GrainId, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not deliver reminder {ReminderName} to {GrainId}")]
    private partial void LogTickFailed(string reminderName, GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not read the reminder table")]
    private partial void LogRefreshFailed(Exception exception);
}
