using System.Text;
using System.Text.Json;

namespace XttsSaas.Xtts.Text;

/// <summary>
/// The vocabulary of <c>xtts-mini</c>: special tokens, language tags, and the characters of the languages' scripts one by one,
/// in the JSON form of the Hugging Face tokenizers library.
/// </summary>
public static class MiniVocabulary
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string LatinExtended = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßąćęłńśźżčďěňřšťůžğışőűáéíóúü\u0307";
    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";
    private const string Punctuation = "!\"#$%&'()*+,-./:;=?@[]_~`^<>|{}\\¡¿–—‘’“”„…«»·°€£،؛؟।。，！？：；、「」";

    private static readonly string[] Tokens = [.. AllTokens()];

    /// <summary>How many ids there are.</summary>
    public static int Size => Tokens.Length;

    /// <summary>The vocabulary as a <c>vocab.json</c> file.</summary>
    public static byte[] ToJson() => ToJson(Size);

    /// <summary>The same with reserved tokens up to <paramref name="size"/> ids, for a model with a larger text embedding.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is below <see cref="Size"/>.</exception>
    public static byte[] ToJson(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, Size);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            WriteAddedTokens(json);
            WritePreTokenizer(json);
            WriteModel(json, size);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteAddedTokens(Utf8JsonWriter json)
    {
        json.WriteStartArray("added_tokens");
        for (var id = 0; id < Tokens.Length; id++)
        {
            if (Tokens[id].Length < 3)
                continue;
            json.WriteStartObject();
            json.WriteNumber("id", id);
            json.WriteString("content", Tokens[id]);
            json.WriteBoolean("special", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePreTokenizer(Utf8JsonWriter json)
    {
        json.WriteStartObject("pre_tokenizer");
        json.WriteString("type", "Whitespace");
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, int size)
    {
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteString("unk_token", SpecialTokens.Unknown);
        json.WriteStartObject("vocab");
        for (var id = 0; id < Tokens.Length; id++)
            json.WriteNumber(Tokens[id], id);
        for (var id = Tokens.Length; id < size; id++)
            json.WriteNumber($"[RESERVED_{id}]", id);
        json.WriteEndObject();
        json.WriteStartArray("merges");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> AllTokens()
    {
        IEnumerable<string> special = [SpecialTokens.Stop, SpecialTokens.Unknown, SpecialTokens.Space, SpecialTokens.Start];
        var characters = new StringBuilder("0123456789").Append(Latin).Append(Punctuation).Append(LatinExtended).Append(Cyrillic);
        AppendRange(characters, 0x0621, 0x063A); // Arabic letters
        AppendRange(characters, 0x0640, 0x0652); // Arabic letters and vowel signs
        AppendRange(characters, 0x0660, 0x0669); // Arabic digits
        AppendRange(characters, 0x0901, 0x0939); // Devanagari letters
        AppendRange(characters, 0x093C, 0x094D); // Devanagari signs
        AppendRange(characters, 0x0958, 0x095F); // Devanagari letters with nukta
        AppendRange(characters, 0x0966, 0x096F); // Devanagari digits
        return special.Concat(XttsLanguages.All.Select(XttsLanguages.Tag)).Concat(characters.ToString().Select(c => c.ToString()).Distinct());
    }

    private static void AppendRange(StringBuilder characters, int first, int last)
    {
        for (var code = first; code <= last; code++)
            characters.Append((char)code);
    }
}
