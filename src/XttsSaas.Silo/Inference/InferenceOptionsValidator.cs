using Microsoft.Extensions.Options;

namespace XttsSaas.Silo.Inference;

/// <summary>Reports every fault of <see cref="InferenceOptions"/>.</summary>
internal sealed class InferenceOptionsValidator : IValidateOptions<InferenceOptions>
{
    public ValidateOptionsResult Validate(string? name, InferenceOptions options)
    {
        List<string> faults = [];
        Require(options.LoadedModels, 1, 64, nameof(options.LoadedModels));
        Require(options.CachedVoices, 1, 100_000, nameof(options.CachedVoices));
        Require(options.Parallel, 1, 256, nameof(options.Parallel));
        Require(options.Threads, 0, 1024, nameof(options.Threads));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(int value, int low, int high, string property)
        {
            if (value < low || value > high)
                faults.Add($"Inference:{property} is {value}; must be {low}–{high}");
        }
    }
}
