using XttsSaas.Abstractions.Training;

namespace XttsSaas.Domain.Training;

/// <summary>What a worker's reports make of a session.</summary>
public static class SessionProgress
{
    /// <summary>
    /// The session after a report. The first losses stay the first ever seen, also when a resumed run repeats steps;
    /// a checkpoint of the same step replaces the earlier one, and what was heard of it too; at most one is the best.
    /// </summary>
    public static SessionDetails Apply(SessionDetails session, WorkerReport report)
    {
        var train = report.Metrics.Where(m => !m.Validation).Select(m => m.Loss).ToArray();
        var validation = report.Metrics.Where(m => m.Validation).Select(m => m.Loss).ToArray();
        var checkpoints = Merge(session.Checkpoints, report.Checkpoints);
        return session with
        {
            Step = report.Step,
            TotalSteps = report.TotalSteps,
            SecondsLeft = report.SecondsLeft,
            FirstTrainLoss = session.FirstTrainLoss ?? First(train),
            LastTrainLoss = Last(train) ?? session.LastTrainLoss,
            FirstValidationLoss = session.FirstValidationLoss ?? First(validation),
            LastValidationLoss = Last(validation) ?? session.LastValidationLoss,
            BestStep = checkpoints.LastOrDefault(c => c.Best)?.Step ?? session.BestStep,
            Checkpoints = checkpoints,
            Sounds = Merge(session.Sounds ?? [], report.Sounds ?? []),
        };
    }

    /// <summary>The step a new worker would go on from: that of the last checkpoint, or 0.</summary>
    public static int ResumeStep(SessionDetails session) =>
        session.Checkpoints.Count == 0 ? 0 : session.Checkpoints.Max(c => c.Step);

    private static double? First(double[] losses) => losses.Length == 0 ? null : losses[0];

    private static double? Last(double[] losses) => losses.Length == 0 ? null : losses[^1];

    private static IReadOnlyList<CheckpointSound> Merge(IReadOnlyList<CheckpointSound> known, IReadOnlyList<CheckpointSound> added)
    {
        var all = known.ToDictionary(sound => sound.Step);
        foreach (var sound in added)
            all[sound.Step] = sound;
        var best = added.LastOrDefault(sound => sound.Best) ?? known.LastOrDefault(sound => sound.Best);
        return all.Values.Select(sound => sound with { Best = sound.Step == best?.Step }).OrderBy(sound => sound.Step).ToArray();
    }

    private static IReadOnlyList<TrainingCheckpoint> Merge(IReadOnlyList<TrainingCheckpoint> known, IReadOnlyList<TrainingCheckpoint> added)
    {
        if (added.Count == 0)
            return known;
        var all = known.ToDictionary(c => c.Step);
        foreach (var checkpoint in added)
            all[checkpoint.Step] = checkpoint;
        var best = added.LastOrDefault(c => c.Best);
        return all.Values
            .Select(c => best is null || c.Step == best.Step ? c : c with { Best = false })
            .OrderBy(c => c.Step)
            .ToArray();
    }
}
