using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;
using Spectre.Console;
using XttsSaas.Cli.Hosting;

namespace XttsSaas.Cli.Doctor;

/// <summary><c>doctor</c>: what is installed, which stack and providers, which models, how much room.</summary>
internal static class DoctorCommand
{
    private static readonly string[] ModelKinds = ["base", "whisper"];
    private const long Mebibyte = 1024 * 1024;

    public static Command Create()
    {
        var json = ShellOptions.Json();
        var data = ShellOptions.Data();
        var command = new Command("doctor", "Tell what this machine can do and what is missing.") { json, data };
        command.SetAction(parsed => Run(parsed.GetValue(data)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(string dataFolder, bool json)
    {
        var report = Examine(Path.GetFullPath(dataFolder));
        if (json)
            Console.WriteLine(JsonReport.Of(report));
        else
            AnsiConsole.Write(ToTable(report));
        return report.Missing.Count == 0 ? ExitCodes.Done : ExitCodes.SomethingMissing;
    }

    private static DoctorReport Examine(string dataFolder)
    {
        ToolReport[] tools =
        [
            ToolProbe.Program("ffmpeg", "-version", "decoding recordings"),
            ToolProbe.Program("ffprobe", "-version", "probing recordings"),
            ToolProbe.Program("espeak-ng", "--version", "the demo's speakers"),
            ToolProbe.OnnxRuntime(out var providers),
            ToolProbe.Torch(),
            ToolProbe.Whisper(),
        ];
        return new DoctorReport(
            BuiltWith("Stack"),
            BuiltWith("StackReason"),
            RuntimeInformation.FrameworkDescription,
            Environment.ProcessorCount,
            providers,
            tools,
            Models(dataFolder),
            Memory("MemTotal"),
            Memory("MemAvailable"),
            dataFolder,
            FreeDisk(dataFolder) / Mebibyte,
            File.Exists(Path.Combine(dataFolder, "platform.db")) ? "SQLite, platform.db" : "none yet; SQLite is made at the first start",
            [.. tools.Where(t => t.Version is null).Select(t => t.Name)]);
    }

    private static string BuiltWith(string key) => typeof(DoctorCommand).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == key)?.Value ?? "unknown";

    private static IReadOnlyList<string> Models(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "models");
        return Directory.Exists(folder)
            ? [.. ModelKinds
                .Select(kind => Path.Combine(folder, kind))
                .Where(Directory.Exists)
                .SelectMany(Directory.EnumerateFileSystemEntries)
                .Select(path => Path.GetRelativePath(folder, path))
                .Order()]
            : [];
    }

    /// <summary>A line of /proc/meminfo, whose values are in KiB, as MiB.</summary>
    private static long Memory(string field) => File.ReadLines("/proc/meminfo")
        .Where(line => line.StartsWith(field + ":", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024)
        .First();

    private static long FreeDisk(string path)
    {
        var existing = path;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        return new DriveInfo(existing).AvailableFreeSpace;
    }

    private static Table ToTable(DoctorReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("what").AddColumn("value");
        table.AddRow("Stack", $"{report.Stack} ({report.Reason})");
        table.AddRow("Runtime", $"{report.Runtime}, {report.Cores} cores");
        table.AddRow("Execution providers", string.Join(", ", report.Providers));
        foreach (var tool in report.Tools)
            table.AddRow(new Text(tool.Name), new Text(tool.Version is { } version ? $"{version} ({tool.UsedFor})" : $"missing, needed for {tool.UsedFor}: run ./xtts setup"));
        table.AddRow("Models", report.Models.Count == 0 ? "none yet; xtts-mini is made at the first start" : string.Join(", ", report.Models));
        table.AddRow("Memory", $"{report.FreeMemoryMb:N0} of {report.MemoryMb:N0} MiB free");
        table.AddRow("Disk", $"{report.FreeDiskMb:N0} MiB free for {report.DataFolder}");
        table.AddRow("Database", report.Database);
        return table;
    }
}
