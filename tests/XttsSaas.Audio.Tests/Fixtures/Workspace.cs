namespace XttsSaas.Audio.Tests.Fixtures;

/// <summary>A folder of a test's own, gone afterwards.</summary>
public sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("xtts-audio-").FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
