namespace XttsSaas.Domain.Training;

/// <summary>
/// When a session whose worker was lost tries again. Interruptions count since the last new checkpoint: a run that
/// gets on is never given up, one that always dies in the same place is.
/// </summary>
public sealed record InterruptionPolicy
{
    /// <summary>Interruptions in a row without a new checkpoint after which a session fails; 1–100.</summary>
    public int MaxWithoutProgress { get; init; } = 10;

    /// <summary>Delay before the first retry; doubled for each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The delay before the next try, or null to give up.</summary>
    /// <param name="interruptions">Interruptions since the last new checkpoint, this one included (from 1).</param>
    public TimeSpan? DelayAfter(int interruptions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interruptions, 1);
        if (interruptions >= MaxWithoutProgress)
            return null;
        var delay = FirstDelay * Math.Pow(2, Math.Min(interruptions - 1, 30));
        return delay < MaxDelay ? delay : MaxDelay;
    }
}
