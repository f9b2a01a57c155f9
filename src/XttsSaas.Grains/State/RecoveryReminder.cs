namespace XttsSaas.Grains.State;

/// <summary>
/// The reminder of a grain with unfinished work: it wakes the grain when the silo it lived on is gone.
/// One minute is the shortest period that reminders have.
/// </summary>
internal static class RecoveryReminder
{
    private const string Name = "recover";
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public static Task StartRecoveryReminderAsync(this Grain grain) => grain.RegisterOrUpdateReminder(Name, Period, Period);

    public static async Task StopRecoveryReminderAsync(this Grain grain)
    {
        if (await grain.GetReminder(Name) is { } reminder)
            await grain.UnregisterReminder(reminder);
    }
}
