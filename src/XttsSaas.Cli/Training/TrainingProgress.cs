using System.Globalization;
using Spectre.Console;
using XttsSaas.Training.Protocol;

namespace XttsSaas.Cli.Training;

/// <summary>A run's events as a bar with losses, rate and time left, and a line for what is worth keeping.</summary>
internal sealed class TrainingProgress(IAnsiConsole console, ProgressTask bar) : IProgress<WorkerEvent>
{
    private readonly List<WorkerEvent> _events = [];
    private string _validation = "";

    /// <summary>All events but the steps, in order.</summary>
    public IReadOnlyList<WorkerEvent> Events => _events;

    /// <summary>The newest step; null before the first.</summary>
    public StepEvent? LastStep { get; private set; }

    public void Report(WorkerEvent value)
    {
        if (value is not (StepEvent or VocoderStepEvent))
            _events.Add(value);
        switch (value)
        {
            case StartedEvent started:
                Start(started);
                break;
            case StepEvent step:
                Advance(step);
                break;
            case VocoderStepEvent vocoder:
                Advance(vocoder);
                break;
            case ValidationEvent validation:
                _validation = Say($" · validation {validation.Loss:0.000}");
                Line(Say($"Step {validation.Step}: validation loss {validation.Loss:0.000} (text {validation.LossText:0.000}, mel {validation.LossMel:0.000}){(validation.Best ? ", the best so far" : "")}"));
                break;
            case CheckpointEvent checkpoint:
                Line(Say($"Step {checkpoint.Step}: saved {checkpoint.Path}, {checkpoint.Bytes / 1e6:0.0} MB"));
                break;
            case SoundEvent sound:
                Line(Say($"{(sound.Step == 0 ? "The base model" : $"Step {sound.Step}")} sounds {sound.Score.Value:0.000}: understood {sound.Score.Understood:P0}, similarity {sound.Score.Similarity:0.00}, distortion {sound.Score.MelCepstralDistortion:0.00} dB{(sound.Best ? ", the best so far" : "")}"));
                break;
            case RolledBackEvent back:
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]Back to step {back.Step} with {back.RateScale:0.###} times the learning rate: {back.Cause}.[/]");
                break;
            case WarningEvent warning:
                console.MarkupLineInterpolated($"[yellow]{warning.Message}[/]");
                break;
        }
    }

    private void Start(StartedEvent started)
    {
        bar.MaxValue = started.TotalSteps;
        bar.Value = started.Step;
        Line(Say($"{started.Clips} clips, {started.ValidationClips} for validation; {started.TrainableParameters:N0} of {started.Parameters:N0} parameters on {started.Device} in {started.Precision}; batches of {started.BatchSize}, {started.PieceSize} at a time"));
        if (started.Step > 0)
            Line(Say($"Going on after step {started.Step}"));
        foreach (var clip in started.DroppedClips)
            console.MarkupLineInterpolated($"[yellow]{clip.Name} is left out: {clip.Reason}[/]");
    }

    private void Advance(StepEvent step)
    {
        LastStep = step;
        bar.Value = step.Step;
        bar.Description = Say($"step {step.Step}/{bar.MaxValue:0} · loss {step.SmoothedLoss:0.000} (text {step.LossText:0.000}, mel {step.LossMel:0.000}){_validation} · {step.TokensPerSecond:0} tokens/s · {TimeSpan.FromSeconds(Math.Round(step.EtaSeconds)):c} left").EscapeMarkup();
    }

    private void Advance(VocoderStepEvent step)
    {
        (bar.MaxValue, bar.Value) = (step.Steps, step.Step);
        bar.Description = Say($"vocoder {step.Step}/{step.Steps} · loss {step.Loss:0.000} · {TimeSpan.FromSeconds(Math.Round(step.EtaSeconds)):c} left");
    }

    private void Line(string text) => console.MarkupLineInterpolated($"{text}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
