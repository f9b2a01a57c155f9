using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using XttsSaas.Inference.Engine;
using XttsSaas.Inference.Parity;
using XttsSaas.Tests.Golden;
using XttsSaas.Xtts.Parity;
using XttsSaas.Xtts.Safetensors;

namespace XttsSaas.Inference.Tests.Parity;

/// <summary>
/// The fixtures as a parity pack, and one engine for all cases. The fixtures hold no vocabulary, so one is invented that has a character
/// for every text id, and the two spoken cases' texts are spelled in it: encoding them gives the reference's ids.
/// </summary>
public sealed partial class GoldenFolder : IDisposable
{
    /// <summary>Spoken cases, and the cases and tensors that hold the ids of the same sentence.</summary>
    private static readonly (string Case, string Holder, string Ids)[] Spoken =
        [("e2e_eos_tiny", "e2e_eos_tiny", "out.text_tokens"), ("e2e_tiny", "gpt_infer_tiny_b", "in.text_tokens")];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-golden-");

    public GoldenFolder()
    {
        foreach (var path in Directory.GetFiles(GoldenPack.Folder))
            File.CreateSymbolicLink(PathOf(Path.GetFileName(path)), path);
        var texts = Spoken.ToDictionary(spoken => spoken.Case, spoken => TextIds(spoken.Holder, spoken.Ids));
        File.Delete(PathOf("manifest.json"));
        File.WriteAllText(PathOf("manifest.json"), Manifest(texts));
        File.WriteAllBytes(PathOf("vocab.json"), SpelledVocabulary.Json(texts.Values));
        Pack = ParityPack.Load(_folder.FullName);
    }

    public OnnxParity Engine { get; } = new(new EngineOptions(IntraOpThreads: 1));

    public ParityPack Pack { get; }

    /// <summary>Names of the cases that the engine computes, at the full size or below it.</summary>
    public static TheoryData<string> Cases(bool fullSize)
    {
        using var engine = new OnnxParity();
        return [.. ParityPack.Load(GoldenPack.Folder).Entries.Where(entry => engine.Kinds.Contains(entry.Kind) && FullSize.Is(entry) == fullSize).Select(entry => entry.Name)];
    }

    public ParityCase Open(string name) => Pack.Open(Pack.Entries.Single(entry => entry.Name == name));

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private static int[] TextIds(string holder, string tensor)
    {
        using var file = SafetensorsFile.Open(GoldenPack.PathOf($"{holder}.safetensors"));
        return Array.ConvertAll(file.ReadInt64(tensor), id => (int)id);
    }

    private static string Manifest(Dictionary<string, int[]> texts)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(GoldenPack.PathOf("manifest.json")))!;
        foreach (var entry in manifest["cases"]!.AsArray().Select(entry => entry!.AsObject()))
        {
            entry.Remove("vocab");
            if (texts.TryGetValue((string)entry["name"]!, out var ids))
                entry["notes"] = Quoted().Replace((string)entry["notes"]!, $"text='{SpelledVocabulary.Text(ids)}'");
        }
        return manifest.ToJsonString();
    }

    [GeneratedRegex("text='[^']*'")]
    private static partial Regex Quoted();
}
