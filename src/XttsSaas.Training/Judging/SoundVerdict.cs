namespace XttsSaas.Training.Judging;

/// <summary>Whether training was worth it: the chosen checkpoint against the base model that clones from the same clips.</summary>
public sealed record SoundVerdict
{
    /// <summary>True where the chosen checkpoint has the higher value and is not understood less often.</summary>
    public required bool BetterThanZeroShot { get; init; }

    /// <summary>The base model.</summary>
    public required SoundTrial ZeroShot { get; init; }

    /// <summary>The best of the trained checkpoints.</summary>
    public required SoundTrial Chosen { get; init; }

    /// <summary>The verdict over all <paramref name="trials"/>; null while the base model or every other is missing.</summary>
    public static SoundVerdict? Of(IReadOnlyCollection<SoundTrial> trials)
    {
        var zeroShot = trials.FirstOrDefault(trial => trial.Step == 0);
        if (zeroShot is null || Best(trials) is not { } best)
            return null;
        var better = best.Score.Value > zeroShot.Score.Value && best.Score.Understood >= zeroShot.Score.Understood;
        return new SoundVerdict { BetterThanZeroShot = better, ZeroShot = zeroShot, Chosen = best };
    }

    /// <summary>The trained checkpoint with the highest value, the earlier of equals; null without any.</summary>
    public static SoundTrial? Best(IEnumerable<SoundTrial> trials) =>
        trials.Where(trial => trial.Step > 0).OrderByDescending(trial => trial.Score.Value).ThenBy(trial => trial.Step).FirstOrDefault();
}
