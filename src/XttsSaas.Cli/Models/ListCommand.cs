using System.CommandLine;
using Spectre.Console;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Models;

/// <summary><c>models list</c></summary>
internal static class ListCommand
{

    public static Command Create()
    {
        var (data, json) = (ShellOptions.Data(), ShellOptions.Json());
        var command = new Command("list", "What is installed, under which licence.") { data, json };
        command.SetAction((parsed, _) => ModelsCommand.RunAsync(parsed, () => Task.FromResult(Run(parsed, parsed.GetValue(data)!, parsed.GetValue(json)))));
        return command;
    }

    private static int Run(ParseResult parsed, string data, bool json)
    {
        var models = InstalledModels.List(new ModelFolders(data));
        var output = parsed.InvocationConfiguration.Output;
        if (json)
            output.WriteLine(JsonReport.Of(new { models }));
        else if (models.Count == 0)
            output.WriteLine("No models yet; xtts-mini is made at the first start.");
        else
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(Table(models));
        return ExitCodes.Done;
    }

    private static Table Table(IReadOnlyList<ModelRow> models)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Name", "Kind", "Licence", "Commercial use", "MB", "SHA-256");
        foreach (var model in models)
        {
            table.AddRow(
                new Text(model.Name), new Text(model.Kind), new Text(model.Error ?? model.License ?? "unknown"), new Text(model.CommercialUse ? "yes" : "no"),
                new Text($"{model.Bytes / 1e6:N1}"), new Text(model.Sha256?[..12] ?? ""));
        }
        return table;
    }
}
