using System.Text.Json;

namespace XttsSaas.Tests.Golden;

/// <summary>
/// A vocabulary that has a character of its own for every text id of a case, and texts spelled in these: encoding one gives the case's
/// ids, without the vocabulary that they came from.
/// </summary>
internal static class SpelledVocabulary
{
    private const int SpaceId = 2;
    private const char FirstCharacter = '一';

    /// <summary>The text of ids that begin with the language's tag; padding is left out.</summary>
    public static string Text(IEnumerable<int> ids) => string.Concat(ids.Skip(1).Where(id => id != 0).Select(Spelling));

    /// <summary>A <c>vocab.json</c> for English texts of these ids.</summary>
    public static byte[] Json(IEnumerable<int[]> texts)
    {
        var vocabulary = new Dictionary<string, int> { ["[STOP]"] = 0, ["[UNK]"] = 1, ["[SPACE]"] = SpaceId, ["[START]"] = 261 };
        foreach (var ids in texts)
        {
            vocabulary["[en]"] = ids[0];
            foreach (var id in ids.Skip(1).Where(id => id > SpaceId))
                vocabulary[Spelling(id)] = id;
        }
        return JsonSerializer.SerializeToUtf8Bytes(new { model = new { type = "BPE", vocab = vocabulary, merges = Array.Empty<string>() } });
    }

    private static string Spelling(int id) => id == SpaceId ? " " : ((char)(FirstCharacter + id)).ToString();
}
