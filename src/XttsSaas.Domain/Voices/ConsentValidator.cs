using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Domain.Voices;

/// <summary>A consent names the speaker and states the permission in words.</summary>
public static class ConsentValidator
{
    public const int MaxStatementLength = 2_000;

    public static Result Validate(ConsentStatement consent)
    {
        var faults = new Faults();
        Check(faults, consent);
        return faults.ToResult();
    }

    internal static void Check(Faults faults, ConsentStatement consent)
    {
        DisplayName.Check(faults, consent.SpeakerName, "speakerName");
        faults.Require(
            consent.Statement is { Length: >= 10 and <= MaxStatementLength } && !string.IsNullOrWhiteSpace(consent.Statement),
            "statement",
            $"statement must say in 10 to {MaxStatementLength} characters what the speaker allows.");
    }
}
