using System.Diagnostics;
using XttsSaas.Cli.Hosting;

namespace Integration;

/// <summary>Scripts rely on exit codes.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("demo --port many")]
    [InlineData("")]
    public async Task WrongUsage_EndsWithTwo(string arguments) => Assert.Equal(2, await RunAsync(arguments));

    [Fact]
    public async Task Help_EndsWithZero() => Assert.Equal(0, await RunAsync("demo --help"));

    [Fact]
    public async Task Demo_Interrupted_EndsWith130AndLeavesNothingRunning()
    {
        var folder = Directory.CreateTempSubdirectory("xtts-demo-test-");
        using var demo = Start($"demo --out {folder.FullName}");
        // The first line of progress says that the platform is up and the job has begun.
        while (await demo.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("upload", StringComparison.Ordinal))
        {
        }
        var platform = Children(demo.Id);
        Assert.NotEmpty(platform);

        using (var interrupt = Process.Start("kill", ["-INT", $"{demo.Id}"]))
            await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        await demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await demo.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, demo.ExitCode);
        Assert.All(platform, id => Assert.False(Directory.Exists($"/proc/{id}")));
        folder.Delete(recursive: true);
    }

    private static async Task<int> RunAsync(string arguments)
    {
        using var process = Start(arguments);
        await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(string arguments) => Process.Start(new ProcessStartInfo("dotnet", $"{SiblingProgram.Find("XttsSaas.Cli")} {arguments}")
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    private static List<int> Children(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
        .Where(id => id > 0 && ParentOf(id) == parent)
        .ToList();

    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0; // Ended meanwhile.
        }
    }
}
