using XttsSaas.Training.Adaptation;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Judging;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts.Checkpoints;

namespace XttsSaas.Training.Runs;

/// <summary>
/// The end of a run.
/// <code>
/// best-sounding GPT, or the base model's where none sounds better ─ vocoder adapted to it ─ better than every GPT with the old vocoder? ─ result
/// </code>
/// Hidden states of a GPT that was trained for long are others than those that its vocoder was made for, and few clips cannot teach it
/// all of them anew: so a GPT must have earned its place.
/// </summary>
internal sealed class RunResult(
    Checkpoint baseModel, string output, Trainables trainables, RunCheckpoints checkpoints, VocoderAdaptation adaptation, SoundTrials? sound)
{
    private readonly ResultExport export = new(baseModel, output);

    /// <summary>Writes the result of the run of <paramref name="totalSteps"/> that ended at <paramref name="state"/>, whose weights are loaded.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public CompletedEvent Write(RunState state, int totalSteps, CancellationToken cancellation)
    {
        var steps = adaptation.StepsAfter(state.Step);
        var trained = sound?.BestStep ?? state.BestStep;
        var adapted = steps > 0 && sound?.Verdict is { BetterThanZeroShot: false } ? 0 : trained;
        Load(adapted, state.Step);
        var (folder, adapter) = export.Write(trainables);
        var chosen = adapted;
        if (steps > 0 && !Adapt(folder, totalSteps + steps, steps, cancellation) && trained != adapted)
        {
            Load(trained, loaded: adapted);
            (folder, adapter) = export.Write(trainables);
            chosen = trained;
        }

        return new CompletedEvent(state.Step, chosen, folder, export.Digest(), adapter) { Losses = state.Losses, Sound = sound?.Verdict };
    }

    /// <summary>Replaces the result by one with a new vocoder, where that sounds better; it counts as the trial of <paramref name="trial"/>.</summary>
    private bool Adapt(string folder, int trial, int steps, CancellationToken cancellation)
    {
        if (adaptation.Run(folder, steps, cancellation) is not { } adapted)
            return false;
        sound?.Hold(trial, adapted, cancellation);
        if (sound is not null && sound.BestStep != trial)
            return false;
        export.Replace(adapted);
        return true;
    }

    private void Load(int step, int loaded)
    {
        if (step == loaded)
            return;
        if (step > 0)
            checkpoints.RestoreWeights(step);
        else
            trainables.Reset(baseModel);
    }
}
