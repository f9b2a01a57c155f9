using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Training.Tests.Parity;

/// <summary>
/// A pack of one case that starts from text. Its vocabulary has a character of its own for every text id of the case, and the case's
/// texts are spelled in them, so that encoding gives the reference's ids.
/// </summary>
internal sealed partial class SpelledPack : IDisposable
{
    private const int SpaceId = 2;
    private const char FirstCharacter = '一';
    private readonly TemporaryFolder folder = new();

    public SpelledPack(string name, string ids, string[] recordings)
    {
        foreach (var file in recordings.Append($"{name}.safetensors").Append("tiny_state_dict.tsv").Append("dvae_state_dict.tsv"))
            File.Copy(GoldenPack.PathOf(file), folder.File(file));
        using var golden = GoldenPack.Case(name);
        var rows = golden.OutputIds(ids).Chunk((int)golden.OutputShape(ids)[1]).ToArray();
        var vocabulary = new Dictionary<string, int> { ["[STOP]"] = 0, ["[UNK]"] = 1, ["[SPACE]"] = SpaceId, ["[START]"] = 261, ["[en]"] = rows[0][0] };
        foreach (var id in rows.SelectMany(row => row).Where(id => id > SpaceId && id != rows[0][0]))
            vocabulary[Spelling(id)] = id;
        File.WriteAllText(folder.File("vocab.json"), JsonSerializer.Serialize(new { model = new { type = "BPE", vocab = vocabulary, merges = Array.Empty<string>() } }));
        WriteManifest(name, [.. rows.Select(Spelled)], recordings.Length);
    }

    public ParityPack Load() => ParityPack.Load(folder.Path);

    public void Dispose() => folder.Dispose();

    private static string Spelling(int id) => id == SpaceId ? " " : ((char)(FirstCharacter + id)).ToString();

    /// <summary>The text of a padded row, without its language tag.</summary>
    private static string Spelled(int[] row) => string.Concat(row.Skip(1).Where(id => id != 0).Select(Spelling));

    private void WriteManifest(string name, string[] texts, int recordings)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(GoldenPack.PathOf("manifest.json")))!;
        foreach (var entry in manifest["cases"]!.AsArray())
        {
            entry!.AsObject().Remove("vocab");
            if ((string?)entry["name"] != name)
                continue;
            var notes = (string)entry["notes"]!;
            // A recording that the reference dropped has no ids: any text will do.
            var list = JsonSerializer.Serialize(texts.Concat(Enumerable.Repeat(texts[0], Math.Max(0, recordings - texts.Length))));
            entry["notes"] = TextList().Replace(Quoted().Replace(notes, $"text='{texts[0]}'"), list.Replace("$", "$$", StringComparison.Ordinal));
        }
        File.WriteAllText(folder.File("manifest.json"), manifest.ToJsonString());
    }

    [GeneratedRegex("text='[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\[""[^\]]*\]")]
    private static partial Regex TextList();
}
