using TorchSharp;
using XttsSaas.Training.Checkpoints;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Data;
using XttsSaas.Training.Memory;
using XttsSaas.Training.Model;
using XttsSaas.Training.Optimization;
using XttsSaas.Training.Runs;
using XttsSaas.Xtts.Configuration;
using XttsSaas.Xtts.Signal;
using XttsSaas.Xtts.Tensors;
using XttsSaas.Xtts.Weights;
using static TorchSharp.torch;

namespace XttsSaas.Training.Measurement;

/// <summary>
/// Optimiser steps of fine-tuning, one by one: the whole of a step as a run does it, conditioning encoder, both losses and AdamW included,
/// on weights and clips from a formula. Every prompt is as long as those that a run draws are on average.
/// </summary>
public sealed class StepMeasurement : IDisposable
{
    /// <summary>Text of a clip of six seconds, tokens.</summary>
    private const double TextTokensPerSecond = 80 / 6.0;

    private const int Steps = 1_000_000; // of the schedule: the rate stays as it is
    private readonly ModelWeights weights;
    private readonly Trainables trainables;
    private readonly NamedAdamW optimizer;
    private readonly StepMeter meter;
    private readonly Trainer trainer;
    private RunState state;

    /// <param name="model">Its dimensions.</param>
    /// <param name="config">Mode, batch, threads, device and precision.</param>
    /// <param name="seconds">Length of every clip.</param>
    /// <param name="time">The clock.</param>
    public StepMeasurement(XttsConfig model, TrainingConfig config, double seconds, TimeProvider time)
    {
        var device = DeviceSelection.Choose(config.Device);
        set_num_threads(Threads = ThreadCount.Choose(config.Threads, model, Environment.ProcessorCount));
        weights = new ModelWeights(device);
        foreach (var source in SeededWeights.Model(model, 1).Where(source => source.Name.StartsWith("gpt.", StringComparison.Ordinal)))
            weights.Add(source.Name, source.ReadSingle(), source.Shape.ToArray());
        var args = model.ModelArgs;
        var gpt = new XttsGpt(weights, GptWeights.Dimensions(model, args.GptNumberTextTokens - 2, args.GptNumberTextTokens - 1), config.Dropout);
        Precision = PrecisionSelection.Choose(config.Precision, device, GraphicsCard.ComputeCapability);
        gpt.Mode.Products = Precision.ProductType();
        trainables = new Trainables(weights, config, gpt.Mode);
        optimizer = new NamedAdamW(trainables.Parameters, config.WeightDecay);
        meter = new StepMeter(time);
        var batch = Batch(args, config.BatchSize, seconds);
        trainer = new Trainer(gpt, optimizer, _ => batch, new LearningRateSchedule(ScheduleKind.Constant, config.PeakLearningRate, 0, Steps, 1), config, meter);
        state = new RunState { PieceSize = config.BatchSize, LossScale = Precision == PrecisionKind.Fp16 ? LossScale.Start : null };
    }

    /// <summary>CPU threads that it computes with.</summary>
    public int Threads { get; }

    /// <summary>In which numbers it multiplies matrices.</summary>
    public PrecisionKind Precision { get; }

    /// <summary>Numbers that are trained.</summary>
    public long Trained => trainables.Count;

    /// <summary>Does one step and tells how long it took.</summary>
    public MeasuredStep Step(CancellationToken cancellation)
    {
        state = state.After(trainer.Step(state, cancellation));
        return new MeasuredStep(meter.StepSeconds, meter.SecondsOf(StepPart.Forward), meter.SecondsOf(StepPart.Backward), meter.SecondsOf(StepPart.Update));
    }

    public void Dispose()
    {
        optimizer.Dispose();
        trainables.Dispose();
        weights.Dispose();
    }

    private static ClipBatch Batch(XttsModelArgs args, int size, double seconds)
    {
        var samples = (int)(seconds * args.InputSampleRate);
        var random = new SeededStream(1, "clips");
        var clips = Enumerable.Range(0, size).Select(i => new TrainingClip(
            $"clip{i}", "", "", Draw((int)(seconds * TextTokensPerSecond), args.GptNumberTextTokens - 3), samples,
            Draw((samples + args.GptCodeStrideLen - 1) / args.GptCodeStrideLen, args.GptStartAudioToken - 1))).ToArray();
        var prompt = PromptSegment.ForValidation(samples);
        var noise = new float[PromptSegment.PaddedLength]; // silent behind the prompt, as a run pads it
        WeightFormula.Fill(noise.AsSpan(0, prompt.End), "prompt", 0, 0.1);
        float[] flat = [.. Enumerable.Repeat(1f, MelSettings.Style.Mels)];
        var mel = FrontEnds.Style(noise, flat);
        var prompts = clips.Select(_ => prompt).ToArray();
        return new ClipBatch(clips, prompts, [.. clips.Select(_ => mel)], Masked: false);

        int[] Draw(int length, int highest) => [.. Enumerable.Range(0, length).Select(_ => random.NextInt(0, highest))];
    }
}
