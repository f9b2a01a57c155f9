using System.CommandLine;
using XttsSaas.Xtts;

namespace XttsSaas.Cli.Models;

/// <summary><c>models</c>: base models and recognisers of a data folder.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Base models, recognisers and their licences.")
    {
        ListCommand.Create(),
        AddCommand.Create(),
        CheckCommand.Create(),
        RemoveCommand.Create(),
        PackCommand.Create(),
    };

    /// <summary>Runs a command's work; what can go wrong becomes a line on standard error and an exit code.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (ModelCommandException fault)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return fault.ExitCode;
        }
        catch (Exception fault) when (fault is ModelFormatException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Failed;
        }
    }
}
