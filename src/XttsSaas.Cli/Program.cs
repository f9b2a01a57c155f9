using System.CommandLine;
using XttsSaas.Cli;
using XttsSaas.Cli.Bench;
using XttsSaas.Cli.Corpus;
using XttsSaas.Cli.Demo;
using XttsSaas.Cli.Doctor;
using XttsSaas.Cli.Export;
using XttsSaas.Cli.Judging;
using XttsSaas.Cli.Models;
using XttsSaas.Cli.Parity;
using XttsSaas.Cli.Speech;
using XttsSaas.Cli.Training;

var root = new RootCommand("XttsSaas from a shell. The launcher ./xtts adds setup, up and test.")
{
    DemoCommand.Create(),
    DoctorCommand.Create(),
    ModelsCommand.Create(),
    SynthCommand.Create(),
    CorpusCommand.Create(),
    EvalCommand.Create(),
    ExportCommand.Create(),
    ParityCommand.Create(),
    BenchCommand.Create(),
    TrainCommand.Create(),
};
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return ExitCodes.WrongUsage;
}
try
{
    // Ctrl-C lets a command clean up, which for one that drains a platform takes longer than the library's two seconds.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return ExitCodes.Cancelled;
}
