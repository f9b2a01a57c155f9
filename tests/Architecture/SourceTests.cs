using System.Text.RegularExpressions;

namespace Architecture;

/// <summary>Rules that hold for every source file.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 500;

    [Fact]
    public void ProductAndTests_HaveNoConditionalCompilation()
    {
        var faults = Sources(".cs").Where(f => ConditionalCompilation().IsMatch(File.ReadAllText(f)));

        Assert.Empty(faults.Select(Repository.Relative));
    }

    [Fact]
    public void ProjectFiles_DoNotKnowTheStack()
    {
        var faults = Sources(".csproj", ".props", ".targets").Where(f => File.ReadAllText(f).Contains("$(Stack)", StringComparison.Ordinal));

        Assert.Empty(faults.Select(Repository.Relative));
    }

    [Fact]
    public void Files_AreShortEnoughToRead()
    {
        var faults = Repository.Files("src", ".cs", ".cpp", ".h", ".sh")
            .Concat(Repository.Files("web", ".cs", ".cshtml", ".js", ".css"))
            .Concat(Repository.Files("tests", ".cs"))
            .Where(f => File.ReadLines(f).Count() > LongestFile);

        Assert.Empty(faults.Select(Repository.Relative));
    }

    private static IEnumerable<string> Sources(params string[] extensions) =>
        Repository.Files("src", extensions).Where(f => !Repository.Relative(f).StartsWith("src/compat/", StringComparison.Ordinal))
            .Concat(Repository.Files("web", extensions))
            .Concat(Repository.Files("tests", extensions));

    [GeneratedRegex(@"^\s*#(if|elif|ifdef)\b", RegexOptions.Multiline)]
    private static partial Regex ConditionalCompilation();
}
