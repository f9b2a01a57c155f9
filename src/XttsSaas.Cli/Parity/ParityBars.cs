using Spectre.Console;

namespace XttsSaas.Cli.Parity;

/// <summary>A bar an engine, with the case that runs and the time that is left.</summary>
internal sealed class ParityBars(ProgressContext context)
{
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public void Show(ParityProgress progress)
    {
        if (!_bars.TryGetValue(progress.Engine, out var bar))
            bar = _bars[progress.Engine] = context.AddTask(progress.Engine, maxValue: progress.Total);
        bar.Value = progress.Done;
        bar.Description = progress.Case is { } name ? $"{progress.Engine} · {name}" : progress.Engine;
    }
}
