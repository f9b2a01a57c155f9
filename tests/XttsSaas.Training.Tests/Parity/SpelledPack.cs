using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Training.Tests.Parity;

/// <summary>A pack of one case that starts from text, which is spelled in an invented vocabulary.</summary>
internal sealed partial class SpelledPack : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SpelledPack(string name, string ids, string[] recordings)
    {
        foreach (var file in recordings.Append($"{name}.safetensors").Append("tiny_state_dict.tsv").Append("dvae_state_dict.tsv"))
            File.Copy(GoldenPack.PathOf(file), folder.File(file));
        using var golden = GoldenPack.Case(name);
        var rows = golden.OutputIds(ids).Chunk((int)golden.OutputShape(ids)[1]).ToArray();
        File.WriteAllBytes(folder.File("vocab.json"), SpelledVocabulary.Json(rows));
        WriteManifest(name, [.. rows.Select(SpelledVocabulary.Text)], recordings.Length);
    }

    public ParityPack Load() => ParityPack.Load(folder.Path);

    public void Dispose() => folder.Dispose();

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
