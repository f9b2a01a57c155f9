namespace XttsSaas.Xtts.Text;

/// <summary>A text after each stage of cleaning.</summary>
/// <param name="Lower">Without quotation marks, in lower case.</param>
/// <param name="Numbers">Numbers in words.</param>
/// <param name="Abbreviations">Abbreviations in words.</param>
/// <param name="Symbols">Symbols in words, trimmed.</param>
/// <param name="Cleaned">White space collapsed.</param>
/// <param name="Spoken">In the script that the model was trained on: what is tokenised.</param>
public sealed record CleanedText(string Lower, string Numbers, string Abbreviations, string Symbols, string Cleaned, string Spoken)
{
    /// <summary>A text that has no stages.</summary>
    public static CleanedText Whole(string spoken) => new(spoken, spoken, spoken, spoken, spoken, spoken);
}
