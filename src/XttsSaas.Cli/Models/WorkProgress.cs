using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Models;

/// <summary>Bars for long work on standard error, with the time that is left. Values are bytes.</summary>
internal static class WorkProgress
{
    public static Task<T> RunAsync<T>(ParseResult parsed, Func<ProgressContext, Task<T>> work) =>
        StandardError.Console(parsed.InvocationConfiguration.Error).Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(work);

    public static ProgressTask Bar(this ProgressContext context, string name, long bytes) =>
        context.AddTask(name.EscapeMarkup(), new ProgressTaskSettings { MaxValue = Math.Max(1, bytes) });
}
