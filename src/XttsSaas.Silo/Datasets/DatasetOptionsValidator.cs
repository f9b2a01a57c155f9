using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Datasets;

/// <summary>Reports every fault of <see cref="DatasetOptions"/>.</summary>
internal sealed class DatasetOptionsValidator : IValidateOptions<DatasetOptions>
{
    public ValidateOptionsResult Validate(string? name, DatasetOptions options) => options.Parallel is >= 1 and <= 64
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Datasets:Parallel is {options.Parallel}; must be 1–64");
}
