using Spectre.Console;

namespace XttsSaas.Cli.Hosting;

/// <summary>Progress and words for a person go to standard error, in colour where that is a terminal.</summary>
internal static class StandardError
{
    private const int UnwrappedWidth = 4096;

    public static IAnsiConsole Console() => Console(System.Console.Error);

    /// <summary>The same on a writer that may stand in for standard error; only a terminal gets colours and moving bars.</summary>
    public static IAnsiConsole Console(TextWriter error)
    {
        var plain = System.Console.IsErrorRedirected || error != System.Console.Error;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(error),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        // A file or a program reads lines, however long; only a terminal wants them wrapped.
        if (plain)
            console.Profile.Width = UnwrappedWidth;
        return console;
    }
}
