namespace XttsSaas.Xtts.Text.Japanese;

/// <summary>A Japanese word and its Latin letters.</summary>
/// <param name="Surface">As it stands in the text.</param>
/// <param name="SpaceBefore">White space stands before it in the text.</param>
/// <param name="Romaji">Lower case; ends with っ when the next word doubles its first letter.</param>
/// <param name="Kind">How it joins its neighbours.</param>
internal readonly record struct RomanizedWord(string Surface, bool SpaceBefore, string Romaji, WordKind Kind);
