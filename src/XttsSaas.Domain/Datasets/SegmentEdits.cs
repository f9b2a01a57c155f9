using XttsSaas.Abstractions.Datasets;

namespace XttsSaas.Domain.Datasets;

/// <summary>A person's changes to a segment. A decision overrules the quality rules, whose reasons stay to be read.</summary>
public static class SegmentEdits
{
    public const int MaxTextLength = 1_000;

    public static Result<Segment> Apply(Segment segment, SegmentEdit edit)
    {
        var text = edit.Text is null ? segment.Text : edit.Text.Trim();
        if (text.Length > MaxTextLength)
            return new Error(ErrorCode.TextTooLong, $"A segment's text has at most {MaxTextLength} characters.", "text");
        if (text.Any(char.IsControl))
            return Error.Invalid("text", "The text contains control characters or line breaks; write it in one line.");
        var verdict = edit.Verdict ?? segment.Verdict;
        if (verdict == SegmentVerdict.Accepted && text.Length == 0)
            return new Error(ErrorCode.TextEmpty, "A segment without text cannot be accepted; write what is said.", "text");
        return segment with { Text = text, Verdict = verdict };
    }
}
