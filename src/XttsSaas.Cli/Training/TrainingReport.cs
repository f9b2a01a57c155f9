using System.Globalization;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Cli.Training;

/// <summary>What <c>train</c> made. Losses in nats; seconds of this start of the run, not of earlier ones.</summary>
internal sealed record TrainingReport(
    string Session,
    int Steps,
    int BestStep,
    LossHistory Losses,
    string Checkpoint,
    string Sha256,
    string? Adapter,
    EvaluationReport Evaluation,
    IReadOnlyList<DroppedClip> DroppedClips,
    IReadOnlyList<string> Warnings,
    double Seconds)
{
    /// <summary>The report of a run that ended; <paramref name="events"/> has a start and a completion.</summary>
    public static TrainingReport Of(string session, IReadOnlyList<WorkerEvent> events, TimeSpan time)
    {
        var started = events.OfType<StartedEvent>().Last();
        var completed = events.OfType<CompletedEvent>().Last();
        var losses = completed.Losses ?? new LossHistory();
        return new TrainingReport(
            session, completed.Steps, completed.BestStep, losses, completed.CheckpointPath, completed.Sha256, completed.AdapterPath,
            EvaluationReport.Of(started.ValidationClips, losses, completed.Sound), started.DroppedClips,
            [.. events.OfType<WarningEvent>().Select(warning => warning.Message)], time.TotalSeconds);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Steps} steps, training loss {Losses.FirstTraining?.Loss:0.000} -> {Losses.LastTraining?.Loss:0.000}, best step {BestStep}: {Checkpoint}");
}
