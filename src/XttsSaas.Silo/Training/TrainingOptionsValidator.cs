using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Training;

/// <summary>Reports every fault of <see cref="TrainingOptions"/>.</summary>
internal sealed class TrainingOptionsValidator : IValidateOptions<TrainingOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, TrainingOptions options)
    {
        List<string> faults = [];
        if (options.WorkerPath.Length > 0 && !File.Exists(options.WorkerPath))
            faults.Add("Training:WorkerPath names no file; must be the path of XttsSaas.TrainingWorker.dll");
        if (options.ReportInterval < Shortest || options.ReportInterval > Longest)
            faults.Add($"Training:ReportInterval is {options.ReportInterval}; must be {Shortest}–{Longest}");
        if (options.Threads is < 0 or > 1024)
            faults.Add($"Training:Threads is {options.Threads}; must be 0–1024");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
