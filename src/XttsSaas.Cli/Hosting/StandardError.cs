using Spectre.Console;

namespace XttsSaas.Cli.Hosting;

/// <summary>Progress and words for a person go to standard error, in colour where that is a terminal.</summary>
internal static class StandardError
{
    public static IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(System.Console.Error),
        Ansi = System.Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = System.Console.IsErrorRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });
}
