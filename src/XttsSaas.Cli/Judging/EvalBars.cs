using Spectre.Console;

namespace XttsSaas.Cli.Judging;

/// <summary>One bar per part of the work.</summary>
internal sealed class EvalBars(ProgressContext context) : IProgress<EvalProgress>
{
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    public void Report(EvalProgress value)
    {
        if (!_bars.TryGetValue(value.Part, out var bar))
            _bars[value.Part] = bar = context.AddTask(value.Part, maxValue: value.Total);
        bar.Value = value.Done;
    }
}
