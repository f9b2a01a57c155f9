using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Capacity;

/// <summary>Reports every fault of <see cref="DeviceOptions"/>.</summary>
internal sealed class DeviceOptionsValidator : IValidateOptions<DeviceOptions>
{
    // A device that is silent for a minute counts as lost.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public ValidateOptionsResult Validate(string? name, DeviceOptions options)
    {
        List<string> faults = [];
        if (options.CpuSlots is < 0 or > 64)
            faults.Add($"Devices:CpuSlots is {options.CpuSlots}; must be 0–64");
        if (options.ReportInterval < TimeSpan.FromMilliseconds(100) || options.ReportInterval > Longest)
            faults.Add($"Devices:ReportInterval is {options.ReportInterval}; must be 0.1–{Longest.TotalSeconds} s");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
