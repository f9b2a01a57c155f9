using XttsSaas.Tests.Checkpoints;

namespace XttsSaas.Cli.Tests;

/// <summary>A data folder and a folder of published files, both gone with the test.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("xtts-cli-tests-").FullName;

    public string Data => File("data");

    public string Official
    {
        get
        {
            var folder = File("official");
            if (!Directory.Exists(folder))
                OfficialFolder.Write(folder);
            return folder;
        }
    }

    public string File(string name) => Path.Combine(_root, name);

    public string BaseModel(string name) => Path.Combine(Data, "models", "base", name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
