using Microsoft.Extensions.Options;

namespace XttsSaas.Web.Identity;

public sealed class OperatorsOptionsValidator : IValidateOptions<OperatorsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorsOptions options)
    {
        if (options.Email is null && options.Password is null)
            return ValidateOptionsResult.Success;
        var faults = new List<string>();
        if (EmailAddress.Check(options.Email) is not null)
            faults.Add($"{OperatorsOptions.Section}:Email must be an e-mail address when {OperatorsOptions.Section}:Password is set");
        if (options.Password is not { Length: >= PasswordRules.MinLength and <= PasswordRules.MaxLength })
            faults.Add($"{OperatorsOptions.Section}:Password must have {PasswordRules.MinLength} to {PasswordRules.MaxLength} characters when {OperatorsOptions.Section}:Email is set");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
