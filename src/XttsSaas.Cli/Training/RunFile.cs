using System.Text.Json;
using System.Text.Json.Nodes;
using XttsSaas.Cli.Models;
using XttsSaas.Training.Configuration;
using XttsSaas.Training.Protocol;
using XttsSaas.Xtts;
using XttsSaas.Xtts.Weights;

namespace XttsSaas.Cli.Training;

/// <summary>
/// The file of <c>train --config</c>: the settings of <see cref="TrainingConfig"/>, and <c>base</c>, <c>dataset</c> and
/// <c>output</c>, whose relative paths start at the file's own folder.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="given">What the command line says instead, relative to the working directory.</param>
/// <param name="folders">Where base models are installed.</param>
internal sealed class RunFile(string path, RunPaths given, ModelFolders folders)
{
    private static readonly string[] PathNames = ["base", "dataset", "output"];
    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    private readonly List<string> _faults = [];

    /// <summary>Everything that is wrong with the file, after <see cref="Read"/>.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The job, or null when there are <see cref="Faults"/>.</summary>
    public TrainingJob? Read()
    {
        if (Load() is not { } json)
            return null;
        var paths = TakePaths(json);
        var config = TrainingConfigReader.Read(json, PathNames, _faults);
        var (baseModel, dataset, output) = (BaseModel(paths), Dataset(paths), Output(paths));
        return _faults.Count == 0 ? new TrainingJob(Path.GetFileName(output!), baseModel!, dataset!, output!, config) : null;
    }

    private JsonObject? Load()
    {
        try
        {
            return RunDocument.Parse(path, File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _faults.Add(fault.Message);
            return null;
        }
    }

    private RunPaths TakePaths(JsonObject json)
    {
        var written = PathNames.Select(name => Take(json, name)).ToArray();
        return new RunPaths(written[0], written[1], written[2]);
    }

    private string? Take(JsonObject json, string name)
    {
        if (json.FirstOrDefault(member => name.Equals(member.Key, StringComparison.OrdinalIgnoreCase)).Key is not { } key)
            return null;
        json.Remove(key, out var value);
        if (value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text)
            return text;
        _faults.Add($"{name} is {value?.ToJsonString() ?? "null"}; must be text");
        return null;
    }

    private string? BaseModel(RunPaths written)
    {
        try
        {
            return given.Base is { } model
                ? Path.GetFullPath(CheckpointFolder.Find(model, folders))
                : Path.GetFullPath(CheckpointFolder.Find(written.Base ?? BaseModels.MiniName, folders, _folder));
        }
        catch (ModelFormatException fault)
        {
            _faults.Add($"base: {fault.Message}");
            return null;
        }
    }

    private string? Dataset(RunPaths written)
    {
        if (Absolute("dataset", given.Dataset, written.Dataset) is not { } dataset)
            return null;
        if (!File.Exists(Path.Combine(dataset, "metadata_train.csv")))
            _faults.Add($"dataset is {dataset}; must be a folder with wavs/ and metadata_train.csv");
        return dataset;
    }

    private string? Output(RunPaths written) => Absolute("output", given.Output, written.Output);

    private string? Absolute(string name, string? inShell, string? inFile)
    {
        if (inShell is not null)
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(inShell));
        if (inFile is not null)
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(inFile, _folder));
        if (!_faults.Exists(fault => fault.StartsWith(name + " ", StringComparison.Ordinal)))
            _faults.Add($"{name} is missing; give a folder in the file or with --{name}");
        return null;
    }
}
