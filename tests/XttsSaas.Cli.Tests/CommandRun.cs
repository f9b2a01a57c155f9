using System.CommandLine;
using System.Text.Json;
using XttsSaas.Cli.Models;

namespace XttsSaas.Cli.Tests;

/// <summary>One run of the models command, in this process.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<CommandRun> ModelsAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var parsed = new RootCommand { ModelsCommand.Create() }.Parse(["models", .. arguments]);
        Assert.Empty(parsed.Errors);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
