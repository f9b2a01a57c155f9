using TorchSharp;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Protocol;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>
/// One optimiser step at a time.
/// <code>
/// for each micro-batch: seed dropout ─ batch ─ forward ─ backward;  clip ─ guard ─ AdamW
/// </code>
/// Everything random follows from seed and step, so a step gives the same result whether or not the process was new.
/// </summary>
public sealed class Trainer(
    XttsGpt model,
    NamedAdamW optimizer,
    BatchFactory batches,
    LearningRateSchedule schedule,
    TrainingConfig config,
    StepMeter meter)
{
    private readonly NonFiniteGuard guard = new();

    /// <summary>Does step <paramref name="step"/> (from 1) and tells what came of it.</summary>
    /// <exception cref="TrainingException">The run has diverged.</exception>
    public StepResult Step(int step)
    {
        meter.Start();
        model.Mode.Training = true;
        optimizer.DropGradients();
        var (text, audio, tokens) = (0.0, 0.0, 0);
        for (var micro = 0; micro < config.GradientAccumulation; micro++)
        {
            var output = Accumulate((((long)(step - 1) * config.GradientAccumulation) + micro) * config.BatchSize);
            text += output.Losses.Text / config.GradientAccumulation;
            audio += output.Losses.Audio / config.GradientAccumulation;
            tokens += output.Tokens;
        }

        var losses = StepLosses.Of(text, audio, config.TextLossWeight);
        var gradNorm = nn.utils.clip_grad_norm_(optimizer.Parameters, config.ClipNorm > 0 ? config.ClipNorm : double.PositiveInfinity);
        var rate = schedule.At(step);
        var accepted = guard.Accept(step, losses.Total, gradNorm);
        if (accepted)
            optimizer.Step(rate, step);
        meter.Stop();
        return new StepResult(losses, rate, gradNorm, tokens / meter.StepSeconds, accepted);
    }

    private (StepLosses Losses, int Tokens) Accumulate(long position)
    {
        using var scope = NewDisposeScope();
        manual_seed((long)(new SeededStream(config.Seed, "dropout", position).Next() >> 1));
        var output = model.Forward(batches.Training(position));
        var total = ((output.LossText * config.TextLossWeight) + output.LossAudio) / config.GradientAccumulation;
        total.backward();
        return (
            StepLosses.Of(output.LossText.item<float>(), output.LossAudio.item<float>(), config.TextLossWeight),
            output.ScoredText + output.ScoredAudio);
    }
}
