using System.CommandLine;

namespace XttsSaas.Cli.Hosting;

/// <summary>Options that mean the same in every command that has them.</summary>
internal static class ShellOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Data folder.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("XTTS_DATA") ?? "data",
    };

    public static Option<bool> Json() => new("--json") { Description = "One JSON document on standard output." };
}
