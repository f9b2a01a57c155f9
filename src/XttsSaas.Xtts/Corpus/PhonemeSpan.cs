namespace XttsSaas.Xtts.Corpus;

/// <summary>One sound of a clip: when it is heard.</summary>
/// <param name="Symbol">The sound in IPA without stress marks; <see cref="Pause"/> where nothing is spoken.</param>
/// <param name="Start">First sample, from the clip's beginning.</param>
/// <param name="End">The sample after the last.</param>
/// <param name="Letter">Where in the text the word begins that it belongs to, counted from 0; -1 where that is not known.</param>
public sealed record PhonemeSpan(string Symbol, int Start, int End, int Letter = -1)
{
    /// <summary>The symbol of silence before, between and after words.</summary>
    public const string Pause = "_";
}
