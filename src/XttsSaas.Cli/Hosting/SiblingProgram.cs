namespace XttsSaas.Cli.Hosting;

/// <summary>Finds another of the platform's programs: beside this one in the build's output, or in the same folder.</summary>
internal static class SiblingProgram
{
    public static string Find(string name)
    {
        var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        string[] candidates =
        [
            Path.Combine(here, $"{name}.dll"),
            Path.Combine(here, "..", "..", name, Path.GetFileName(here), $"{name}.dll"),
        ];
        return Array.Find(candidates, File.Exists) is { } found
            ? Path.GetFullPath(found)
            : throw new FileNotFoundException($"{name}.dll was not found beside this program; run ./xtts setup.");
    }
}
