namespace XttsSaas.Domain.Validation;

/// <summary>Collects every fault of an input, so that a person corrects all of them at once.</summary>
public sealed class Faults
{
    private readonly List<Error> _errors = [];

    public IReadOnlyList<Error> Errors => _errors;

    /// <summary>Notes a fault of <paramref name="field"/> unless <paramref name="holds"/>.</summary>
    public void Require(bool holds, string field, string message)
    {
        if (!holds)
            _errors.Add(Error.Invalid(field, message));
    }

    /// <summary>Notes a fault unless low ≤ value ≤ high; not-a-number is a fault.</summary>
    public void RequireRange(double value, double low, double high, string field) =>
        Require(value >= low && value <= high, field, $"{field} is {value}; it must be {low} to {high}.");

    /// <summary>Success, the one fault, or one error that lists all of them and names the first field.</summary>
    public Result ToResult() => _errors.Count switch
    {
        0 => Result.Success,
        1 => _errors[0],
        _ => Error.Invalid(_errors[0].Field!, string.Join(' ', _errors.Select(e => e.Message))),
    };
}
