namespace XttsSaas.Cli.Models;

/// <summary>What <c>models check</c> found; the field names are the command's stable JSON.</summary>
internal sealed record ModelReport(string Name, string Path, IReadOnlyList<FileReport> Files)
{
    public bool Passed => Files.All(file => file.Passed);

    public IReadOnlyList<string> Missing => [.. Files.SelectMany(file => file.Missing)];

    public IReadOnlyList<string> Unexpected => [.. Files.SelectMany(file => file.Unexpected)];

    public IReadOnlyList<string> WrongShape => [.. Files.SelectMany(file => file.WrongShape)];

    /// <summary>Files that cannot be read, and why.</summary>
    public IReadOnlyList<string> Errors => [.. Files.Where(file => file.Error is not null).Select(file => file.Error!)];
}
