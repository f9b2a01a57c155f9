using Spectre.Console;

namespace XttsSaas.Cli.Demo;

/// <summary>The stages as bars on standard error, each with its own count and the time that is left.</summary>
internal sealed class DemoProgress(ProgressContext context)
{
    private static readonly TimeSpan Unknown = TimeSpan.MinValue;

    public Stage Begin(string name) => new(context.AddTask(name.PadRight(12), new ProgressTaskSettings { MaxValue = 1 }), name);

    /// <summary>One bar.</summary>
    internal sealed class Stage(ProgressTask bar, string name)
    {
        public void Report(int done, int total, double? secondsLeft)
        {
            var left = secondsLeft is { } seconds ? TimeSpan.FromSeconds(seconds) : Unknown;
            bar.MaxValue = Math.Max(1, total);
            bar.Value = done;
            bar.Description = left == Unknown ? $"{name} {done}/{total}" : $"{name} {done}/{total} · {left:m\\:ss} left";
        }

        public void End(double seconds)
        {
            bar.Value = bar.MaxValue;
            bar.Description = $"{name} · {seconds:0.0} s";
        }
    }
}
