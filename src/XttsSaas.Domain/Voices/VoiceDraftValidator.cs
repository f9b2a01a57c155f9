using XttsSaas.Abstractions.Voices;
using XttsSaas.Domain.Languages;
using XttsSaas.Domain.Validation;

namespace XttsSaas.Domain.Voices;

/// <summary>The rules for a voice that is to be made.</summary>
public static class VoiceDraftValidator
{
    public static Result Validate(VoiceDraft draft)
    {
        var faults = new Faults();
        DisplayName.Check(faults, draft.Name, "name");
        // The name becomes a folder below the model store.
        faults.Require(
            draft.BaseModel is { Length: > 0 and <= 64 } name && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            "baseModel",
            "baseModel must be 1 to 64 lower-case letters, digits and hyphens.");
        var language = SpokenLanguages.Check(draft.Language);
        if (faults.Errors.Count == 0 && !language.Succeeded)
            return language;
        faults.Require(language.Succeeded, "language", language.Error?.Message ?? string.Empty);
        if (draft.Consent is not null)
            ConsentValidator.Check(faults, draft.Consent);
        return faults.ToResult();
    }
}
