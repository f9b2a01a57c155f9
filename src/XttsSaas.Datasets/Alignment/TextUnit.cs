namespace XttsSaas.Datasets.Alignment;

/// <summary>
/// The smallest piece of text that is kept together. <paramref name="Weight"/> is how much there is to say, in
/// letters: a digit counts as four, because it is read as a word.
/// </summary>
public sealed record TextUnit(string Text, double Weight, UnitEnd End);
