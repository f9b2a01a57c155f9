using System.Text;

namespace XttsSaas.Datasets.Transcripts;

/// <summary>The one form in which texts are kept: NFC, one space between words, no control characters, no column separator.</summary>
public static class TranscriptText
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormC))
        {
            var space = char.IsWhiteSpace(character) || char.IsControl(character) || character is '|' or '\uFEFF';
            if (!space)
                clean.Append(character);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Whether anything in the text can be spoken.</summary>
    public static bool Speaks(string text) => text.Any(char.IsLetterOrDigit);
}
