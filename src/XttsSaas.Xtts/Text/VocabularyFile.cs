using System.Text.Json;

namespace XttsSaas.Xtts.Text;

/// <summary>The parts of a Hugging Face tokenizers JSON file that XTTS vocabularies use.</summary>
/// <param name="Ids">Every token, added ones too.</param>
/// <param name="AddedTokens">Tokens that stand for themselves wherever the text spells them.</param>
/// <param name="MergeRanks">Pairs that are merged; the lower rank first.</param>
internal sealed record VocabularyFile(
    IReadOnlyDictionary<string, int> Ids, IReadOnlyList<string> AddedTokens, IReadOnlyDictionary<(string Left, string Right), int> MergeRanks)
{
    private const int MaxTokens = 1_000_000;

    /// <exception cref="ModelFormatException">Not a BPE vocabulary.</exception>
    public static VocabularyFile Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var model = document.RootElement.GetProperty("model");
            if (model.GetProperty("type").GetString() != "BPE")
                throw new ModelFormatException($"vocab.json has model type {model.GetProperty("type")}; expected BPE.");
            var ids = new Dictionary<string, int>(StringComparer.Ordinal);
            var addedTokens = new List<string>();
            foreach (var token in model.GetProperty("vocab").EnumerateObject())
                Add(ids, token.Name, token.Value.GetInt32());
            if (document.RootElement.TryGetProperty("added_tokens", out var added))
            {
                foreach (var token in added.EnumerateArray())
                {
                    addedTokens.Add(token.GetProperty("content").GetString() ?? "");
                    Add(ids, addedTokens[^1], token.GetProperty("id").GetInt32());
                }
            }
            return new VocabularyFile(ids, addedTokens, ParseMerges(model.GetProperty("merges")));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelFormatException($"vocab.json is not a tokenizers vocabulary: {error.Message}", error);
        }
    }

    private static void Add(Dictionary<string, int> ids, string token, int id)
    {
        if (id is < 0 or >= MaxTokens)
            throw new ModelFormatException($"vocab.json gives a token the id {id}; must be 0–{MaxTokens - 1}.");
        ids[token] = id;
    }

    private static Dictionary<(string, string), int> ParseMerges(JsonElement merges)
    {
        var ranks = new Dictionary<(string, string), int>();
        var rank = 0;
        foreach (var merge in merges.EnumerateArray())
        {
            // Older files write "a b", newer ones ["a", "b"].
            var parts = merge.ValueKind == JsonValueKind.Array
                ? merge.EnumerateArray().Select(part => part.GetString() ?? "").ToArray()
                : (merge.GetString() ?? "").Split(' ');
            if (parts.Length != 2)
                throw new ModelFormatException($"vocab.json has a merge of {parts.Length} parts; expected 2.");
            // A pair that is listed twice has its last rank.
            ranks[(parts[0], parts[1])] = rank++;
        }
        return ranks;
    }
}
