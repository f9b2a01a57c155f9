namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>What decides whether a space stands before or after a romanised word.</summary>
internal enum WordKind
{
    /// <summary>A word of its own.</summary>
    Plain,

    /// <summary>Verb or adjective: an auxiliary is written together with it.</summary>
    Inflected,

    /// <summary>Auxiliary: written together with the inflected word or auxiliary before it.</summary>
    Auxiliary,

    /// <summary>Written together with the word after it.</summary>
    Prefix,

    /// <summary>Suffix or conjunctive particle: written together with the word before it.</summary>
    Suffix,

    /// <summary>Punctuation: no space before it.</summary>
    Punctuation,
}
