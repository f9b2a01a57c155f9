namespace XttsSaas.Domain.Synthesis;

/// <summary>Which texts can be spoken in one request.</summary>
public static class SpeechTextValidator
{
    public const int MaxCharacters = 10_000;

    /// <summary>Success, <see cref="ErrorCode.TextEmpty"/>, <see cref="ErrorCode.TextTooLong"/> or the fault.</summary>
    public static Result Validate(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new Error(ErrorCode.TextEmpty, "The text is empty; send at least one word.", "text");
        if (text.Length > MaxCharacters)
            return new Error(ErrorCode.TextTooLong, $"The text has {text.Length} characters; send at most {MaxCharacters} in one request.", "text");
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            return Error.Invalid("text", "The text contains control characters; only tabs and line breaks are allowed.");
        if (!text.Any(char.IsLetterOrDigit))
            return new Error(ErrorCode.TextEmpty, "The text has no letter or digit to speak.", "text");
        return Result.Success;
    }
}
