namespace XttsSaas.Xtts.Text;

/// <summary>What makes up a word: letters, numbers of every kind and the underscore, but no combining marks (which .NET's \w and \b count in).</summary>
internal static class WordCharacter
{
    /// <summary>The class as a part of a regular expression.</summary>
    public const string Class = @"[\p{L}\p{N}_]";
}
