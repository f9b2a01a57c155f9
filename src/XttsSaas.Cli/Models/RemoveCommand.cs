using System.CommandLine;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Models;

/// <summary><c>models remove</c></summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A base model, or a recogniser where no base model has this name." };
        var data = ShellOptions.Data();
        var command = new Command("remove", "Delete a model and what was made from it.") { name, data };
        command.SetAction((parsed, _) => ModelsCommand.RunAsync(parsed, () => Task.FromResult(Run(parsed, new ModelFolders(parsed.GetValue(data)!), parsed.GetValue(name)!))));
        return command;
    }

    private static int Run(ParseResult parsed, ModelFolders folders, string name)
    {
        var (folder, file) = (folders.BaseModel(name), folders.Whisper(name));
        if (Directory.Exists(folder))
        {
            // Renamed first: nobody finds half a model, and the next run removes what a crash leaves.
            var doomed = $"{folder}.{Guid.NewGuid():N}.tmp";
            Directory.Move(folder, doomed);
            Directory.Delete(doomed, recursive: true);
        }
        else if (File.Exists(file))
        {
            File.Delete(file);
        }
        else
        {
            throw new ModelCommandException($"There is no model {name} in {folders.DataFolder}; see xtts models list.", ExitCodes.Failed);
        }
        foreach (var leftover in folders.Leftovers(name).ToList())
            Directory.Delete(leftover, recursive: true);
        parsed.InvocationConfiguration.Output.WriteLine($"Removed {name}.");
        return ExitCodes.Done;
    }
}
