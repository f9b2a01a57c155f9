namespace XttsSaas.Domain.Validation;

/// <summary>The rule for names that people give to things: 1–100 characters, no control characters, not blank.</summary>
public static class DisplayName
{
    public const int MaxLength = 100;

    public static void Check(Faults faults, string? name, string field)
    {
        faults.Require(!string.IsNullOrWhiteSpace(name), field, $"{field} is empty; give it a name.");
        faults.Require(name is null || name.Length <= MaxLength, field, $"{field} has {name?.Length} characters; at most {MaxLength} are allowed.");
        faults.Require(name is null || !name.Any(char.IsControl), field, $"{field} contains control characters; remove them.");
    }
}
