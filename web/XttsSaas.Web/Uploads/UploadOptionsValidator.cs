using Microsoft.Extensions.Options;

namespace XttsSaas.Web.Uploads;

public sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options)
    {
        var faults = new List<string>();
        Check(nameof(options.MaxJsonBytes), options.MaxJsonBytes);
        Check(nameof(options.MaxRequestBytes), options.MaxRequestBytes);
        Check(nameof(options.MaxReferenceBytes), options.MaxReferenceBytes);
        Check(nameof(options.MaxTranscriptBytes), options.MaxTranscriptBytes);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(string property, long bytes)
        {
            if (bytes < 1)
                faults.Add($"{UploadOptions.Section}:{property} is {bytes}; must be at least 1 byte");
        }
    }
}
