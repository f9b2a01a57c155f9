using Microsoft.Extensions.Options;

namespace XttsSaas.Storage;

internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.BlobRoot), options.BlobRoot);
        Check(nameof(options.ModelRoot), options.ModelRoot);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string property, string value)
        {
            if (!Path.IsPathFullyQualified(value))
                faults.Add($"{nameof(StorageOptions)}.{property} is '{value}'; must be an absolute path");
        }
    }
}
