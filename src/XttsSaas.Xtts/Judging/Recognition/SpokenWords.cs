namespace XttsSaas.Xtts.Judging.Recognition;

/// <summary>A sentence as a recogniser's dictionary writes it: words in lower case, without punctuation.</summary>
public static class SpokenWords
{
    /// <summary>The words; an apostrophe within a word stays, a hyphen separates.</summary>
    public static string[] Of(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var plain = sentence.ToLowerInvariant().Replace('’', '\'').Select(character => char.IsLetterOrDigit(character) || character == '\'' ? character : ' ');
        return [.. new string([.. plain]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\'')).Where(word => word.Length > 0)];
    }
}
