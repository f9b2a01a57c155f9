namespace XttsSaas.Xtts.Text.Japanese.Mecab;

/// <summary>A word of a sentence with the columns that IPADIC gives it; unknown words have no base form and no reading.</summary>
/// <param name="Surface">As it stands in the sentence.</param>
/// <param name="SpaceBefore">White space stands before it.</param>
/// <param name="Feature">Part of speech in four steps, inflection type and form, base form, reading, pronunciation.</param>
internal readonly record struct MecabWord(string Surface, bool SpaceBefore, string[] Feature)
{
    public string PartOfSpeech => Column(0);

    public string Category => Column(1);

    public string SubCategory => Column(2);

    public string BaseForm => Column(6);

    /// <summary>In katakana; null when the dictionary does not know the word.</summary>
    public string? Reading => Feature.Length > 7 ? Feature[7] : null;

    public string Pronunciation => Column(8);

    private string Column(int index) => index < Feature.Length ? Feature[index] : "";
}
