using System.Reflection;
using System.Xml.Linq;

namespace Architecture;

/// <summary>The repository's files, as a reader of the tree sees them.</summary>
internal static class Repository
{
    public static readonly string Root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "artifacts", "lib", "fixtures", "Migrations"];

    /// <summary>Files below a folder with one of the extensions; generated and third-party folders left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(f => extensions.Contains(Path.GetExtension(f)))
            .Where(f => !Path.GetRelativePath(Root, f).Split('/').Any(Skipped.Contains));

    public static IEnumerable<string> Projects(params string[] folders) => folders.SelectMany(f => Files(f, ".csproj"));

    /// <summary>Names of the items of one kind in a project file.</summary>
    public static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.TrimEnd('/')) is var name && kind == "ProjectReference" ? name : e.Attribute("Include")!.Value);

    public static string Relative(string path) => Path.GetRelativePath(Root, path);
}
