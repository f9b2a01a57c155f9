using System.CommandLine;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Models;

/// <summary><c>models check</c></summary>
internal static class CheckCommand
{
    private const int MostLines = 40;

    public static Command Create()
    {
        var target = new Argument<string>("NAME|PATH") { Description = "An installed model, a checkpoint folder, a folder with published files, or one model or DVAE file." };
        var (data, json) = (ShellOptions.Data(), ShellOptions.Json());
        var command = new Command("check", "Compare every tensor's name and shape with the configuration.") { target, data, json };
        command.SetAction((parsed, _) => ModelsCommand.RunAsync(parsed, () => Task.FromResult(Run(parsed, new ModelFolders(parsed.GetValue(data)!), parsed.GetValue(target)!, parsed.GetValue(json)))));
        return command;
    }

    private static int Run(ParseResult parsed, ModelFolders folders, string target, bool json)
    {
        var installed = ModelFolders.IsName(target) && Directory.Exists(folders.BaseModel(target)) ? folders.BaseModel(target) : null;
        var report = ModelCheck.Run(installed ?? target, Path.GetFileName(Path.TrimEndingDirectorySeparator(target)));
        var output = parsed.InvocationConfiguration.Output;
        if (json)
            output.WriteLine(JsonReport.Of(report));
        else
            Write(output, report);
        return report.Passed ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static void Write(TextWriter output, ModelReport report)
    {
        foreach (var file in report.Files)
        {
            output.WriteLine(file.Error is { } error ? $"{file.File}: {error}"
                : file.Tensors == 0 ? $"{file.File}: readable"
                : $"{file.File}: {file.Tensors} tensors, {file.Missing.Count} missing, {file.Unexpected.Count} unexpected, {file.WrongShape.Count} with a wrong shape");
            string[] lines = [.. file.Missing.Select(name => $"  missing     {name}"), .. file.Unexpected.Select(name => $"  unexpected  {name}"), .. file.WrongShape.Select(text => $"  shape       {text}")];
            foreach (var line in lines.Take(MostLines))
                output.WriteLine(line);
            if (lines.Length > MostLines)
                output.WriteLine($"  and {lines.Length - MostLines} more; --json gives all");
        }
        output.WriteLine(report.Passed ? $"{report.Name} is whole." : $"{report.Name} cannot be used.");
    }
}
