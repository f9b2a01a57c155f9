using XttsSaas.Tests.Training;

namespace XttsSaas.Cli.Tests.Training;

/// <summary>A small base model, a data set of tones and run files, all gone with the test.</summary>
internal sealed class TrainingFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("xtts-train-tests-").FullName;

    public TrainingFolder(int trainingClips = 4, int validationClips = 2)
    {
        SmallModel.Write(File("base"));
        Dataset = new ToneDataset(File("dataset"), trainingClips, validationClips);
    }

    public ToneDataset Dataset { get; }

    public string File(string name) => Path.Combine(_root, name);

    /// <summary>Writes a run file and returns its path.</summary>
    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    /// <summary>A run file of <paramref name="steps"/> steps into <c>out</c>, with relative paths.</summary>
    public string WriteRun(int steps = 2, string more = "") => Write("run.json", $$"""
        { "base": "base", "dataset": "dataset", "output": "out", "steps": {{steps}}, "device": "Cpu", "checkpointEvery": 2{{more}} }
        """);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
