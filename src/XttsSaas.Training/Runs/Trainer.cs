using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Runs;

/// <summary>
/// One optimiser step at a time.
/// <code>
/// for each micro-batch: for each piece of it: seed dropout ─ forward ─ scale ─ backward;  unscale ─ clip ─ all finite? ─ AdamW
/// </code>
/// Everything random follows from seed and step, so a step gives the same result whether or not the process was new. A
/// piece's losses count by its share of the micro-batch's tokens, so that the pieces add up to the micro-batch's own loss.
/// </summary>
public sealed class Trainer(
    XttsGpt model,
    NamedAdamW optimizer,
    Func<long, ClipBatch> batchAt,
    LearningRateSchedule schedule,
    TrainingConfig config,
    StepMeter meter)
{
    /// <summary>Does the step after <paramref name="state"/> and tells what came of it.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop between two pieces; the weights are as they were.</exception>
    public StepResult Step(RunState state, CancellationToken cancellation)
    {
        var step = state.Step + 1;
        meter.Start();
        model.Mode.Training = true;
        optimizer.DropGradients();
        var (text, audio, tokens) = (0.0, 0.0, 0);
        for (var micro = 0; micro < config.GradientAccumulation; micro++)
        {
            var output = Accumulate((((long)(step - 1) * config.GradientAccumulation) + micro) * config.BatchSize, state, cancellation);
            text += output.Losses.Text / config.GradientAccumulation;
            audio += output.Losses.Audio / config.GradientAccumulation;
            tokens += output.Tokens;
        }

        var losses = StepLosses.Of(text, audio, config.TextLossWeight);
        meter.Enter(StepPart.Update);
        state.LossScale?.Unscale(optimizer.Parameters);
        var gradNorm = nn.utils.clip_grad_norm_(optimizer.Parameters, double.PositiveInfinity);
        var rate = schedule.At(step) * Math.Pow(Rollback.RateFactor, state.Rollbacks);
        var accepted = double.IsFinite(losses.Total) && double.IsFinite(gradNorm);
        if (accepted)
            optimizer.Step(rate, step, ClipFactor(gradNorm));
        meter.Stop();
        return new StepResult(losses, rate, gradNorm, tokens / meter.StepSeconds, accepted)
        {
            LossScale = state.LossScale?.After(accepted),
            Overflowed = !accepted && state.LossScale is { IsRaised: true } && double.IsFinite(losses.Total),
        };
    }

    /// <summary>What brings gradients of this common norm down to the allowed one; 1 where they are within it.</summary>
    private double ClipFactor(double gradNorm) => config.ClipNorm > 0 ? Math.Min(1, config.ClipNorm / (gradNorm + 1e-6)) : 1;

    private (StepLosses Losses, int Tokens) Accumulate(long position, RunState state, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var pieces = batchAt(position).Split(state.PieceSize).Select(piece => piece.ToTensors()).ToArray();
        var aligned = pieces.Select(model.Align).ToArray();
        var (textTokens, audioTokens) = (aligned.Sum(piece => piece.ScoredText), aligned.Sum(piece => piece.ScoredAudio));
        var (text, audio, at) = (0.0, 0.0, position);
        foreach (var piece in pieces)
        {
            cancellation.ThrowIfCancellationRequested();
            using var pieceScope = NewDisposeScope();
            manual_seed((long)(new SeededStream(config.Seed, "dropout", at).Next() >> 1));
            var output = model.Forward(piece);
            var (textShare, audioShare) = (output.ScoredText / (double)textTokens, output.ScoredAudio / (double)audioTokens);
            var total = output.LossText * (config.TextLossWeight * textShare);
            text += output.LossText.item<float>() * textShare;
            // A piece whose audio is masked throughout has no mean to speak of.
            if (output.ScoredAudio > 0)
            {
                total += output.LossAudio * audioShare;
                audio += output.LossAudio.item<float>() * audioShare;
            }

            if (state.LossScale is { } scale)
                total *= scale.Factor;
            meter.Enter(StepPart.Backward);
            (total / config.GradientAccumulation).backward();
            meter.Enter(StepPart.Forward);
            at += piece.Size;
        }

        return (StepLosses.Of(text, audio, config.TextLossWeight), textTokens + audioTokens);
    }
}
