using System.CommandLine;

namespace XttsSaas.Cli.Bench;

/// <summary><c>bench</c>: measurements with warm-up, on weights from a formula.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measure the engine on this machine.") { SynthesisBench.Create(), TrainingBench.Create() };
}
