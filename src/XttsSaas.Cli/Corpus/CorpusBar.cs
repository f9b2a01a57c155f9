using Spectre.Console;
using XttsSaas.Datasets.Synthetic;

namespace XttsSaas.Cli.Corpus;

/// <summary>A bar over the hours that were asked for.</summary>
internal sealed class CorpusBar(ProgressContext context) : IProgress<CorpusProgress>
{
    private readonly ProgressTask _bar = context.AddTask("Clips that are held out");

    public void Report(CorpusProgress value)
    {
        _bar.MaxValue = value.TargetSeconds;
        _bar.Value = Math.Min(value.Seconds, value.TargetSeconds);
        if (value.Seconds > 0)
            _bar.Description = $"{value.Clips:N0} clips, {value.Seconds / 3600:0.0} of {value.TargetSeconds / 3600:0.#} hours";
    }
}
